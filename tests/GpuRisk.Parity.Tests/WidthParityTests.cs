using System.Runtime.Intrinsics;
using GpuRisk.Accelerators.Cpu;
using GpuRisk.Parity.Probe;

namespace GpuRisk.Parity.Tests;

/// <summary>Every kernel computes the same bits in lanes of every width, on any number of threads.</summary>
public sealed class WidthParityTests
{
    public static TheoryData<string> Cases => [.. ParityCase.All.Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Widths_and_threads_are_zero_bits_apart(string name)
    {
        ParityCase parity = ParityCase.All.Single(c => c.Name == name);
        ulong[] expected = Run(parity, LaneWidth.Scalar, 1, parity.Size);
        Assert.True(expected.Distinct().Count() > ParityCase.DigestSize / 16, "The results hardly vary: the inputs test nothing.");
        foreach (LaneWidth width in Enum.GetValues<LaneWidth>())
        {
            foreach (int threads in new[] { 1, 3 })
                AssertSame(parity, expected, width, threads);
        }
    }

    /// <summary>Vectors that the runtime emulates are compared over fewer results.</summary>
    private static void AssertSame(ParityCase parity, ulong[] expected, LaneWidth width, int threads)
    {
        int size = parity.Size;
        if (!Accelerated(width))
        {
            size = Math.Min(size, ParityCase.DigestSize);
            expected = Run(parity, LaneWidth.Scalar, 1, size);
        }
        string? difference = Bits.Difference(expected, Run(parity, width, threads, size));
        Assert.True(difference is null, $"{parity.Name}, {width}, {threads} threads: {difference}");
    }

    private static bool Accelerated(LaneWidth width) => width switch
    {
        LaneWidth.V512 => Vector512.IsHardwareAccelerated,
        LaneWidth.V256 => Vector256.IsHardwareAccelerated,
        LaneWidth.V128 => Vector128.IsHardwareAccelerated,
        _ => true,
    };

    private static ulong[] Run(ParityCase parity, LaneWidth width, int threads, int size)
    {
        using var accelerator = new CpuAccelerator(threads, width);
        return parity.Run(accelerator, size);
    }
}
