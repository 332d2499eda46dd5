using System.Runtime.Intrinsics;

namespace GpuRisk.Accelerators.Cpu;

/// <summary>Which lane types the CPU computes with. The results do not depend on it.</summary>
public enum LaneWidth
{
    Scalar,
    V128,
    V256,
    V512,
}

public static class LaneWidths
{
    /// <summary>The widest the hardware has. Vectors that the runtime would have to split are far slower than narrower ones.</summary>
    public static LaneWidth Widest =>
        Vector512.IsHardwareAccelerated ? LaneWidth.V512
        : Vector256.IsHardwareAccelerated ? LaneWidth.V256
        : Vector128.IsHardwareAccelerated ? LaneWidth.V128
        : LaneWidth.Scalar;

    /// <summary>Every width that the hardware has, widest first.</summary>
    public static IReadOnlyList<LaneWidth> Supported => [.. Enum.GetValues<LaneWidth>().Where(width => width <= Widest).OrderDescending()];

    public static string Name(this LaneWidth width) => width switch
    {
        LaneWidth.V512 => "AVX-512",
        LaneWidth.V256 => "AVX2",
        LaneWidth.V128 => "128-bit",
        _ => "scalar",
    };
}
