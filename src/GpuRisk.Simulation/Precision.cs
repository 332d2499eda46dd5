using GpuRisk.Kernels.Lanes;

namespace GpuRisk.Simulation;

/// <summary>How the profits of instruments are held between revaluation and aggregation. All arithmetic is in double precision.</summary>
public enum Precision
{
    /// <summary>Double precision throughout.</summary>
    Double,

    /// <summary>Profits of instruments are rounded to single precision, and summed in double: half the memory traffic of aggregation.</summary>
    Mixed,
}

public static class Precisions
{
    /// <summary>As <c>--precision</c> takes it and results name it.</summary>
    public static string Name(this Precision precision) => precision == Precision.Mixed ? "mixed" : "double";

    /// <summary>Understands <see cref="Name"/>.</summary>
    public static bool TryParse(string? text, out Precision precision)
    {
        precision = text == Precision.Mixed.Name() ? Precision.Mixed : Precision.Double;
        return text == precision.Name();
    }

    /// <summary>Bytes of a profit of an instrument.</summary>
    public static int ProfitBytes(this Precision precision) => precision == Precision.Mixed ? Binary32.Size : Binary64.Size;
}
