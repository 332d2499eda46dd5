namespace GpuRisk.Domain.Instruments;

/// <summary>The money in which a contract pays.</summary>
public enum Settlement
{
    /// <summary>In the quote currency, which is the book's currency.</summary>
    Linear,

    /// <summary>In the underlying coin.</summary>
    Inverse,
}
