namespace GpuRisk.Domain.Instruments;

/// <summary>What the holder of an option may do.</summary>
public enum OptionRight
{
    Call,
    Put,
}
