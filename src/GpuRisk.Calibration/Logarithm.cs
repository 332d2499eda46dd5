namespace GpuRisk.Calibration;

/// <summary>The natural logarithm used on history. One place, because its bits are part of every result's digest.</summary>
internal static class Logarithm
{
    internal static double Of(double x) => Math.Log(x);
}
