using GpuRisk.Accelerators.Launches;
using GpuRisk.Kernels;

namespace GpuRisk.Accelerators.Selection;

/// <summary>The kernels of sensitivities.</summary>
internal static class GreeksVectors
{
    private const int Block = 64;
    private const int Instruments = 3 * Block;

    public static IEnumerable<SelfTestCase> All =>
    [
        new(OptionGreeksLaunch.Kernel, "8e853dafc5f21d02972711193cc18cee2b95649a686df515e5893b163a02dca9", Options),
        new(LinearGreeksLaunch.Kernel, "25a25cbe0276973297f8141aa3c1154dd9faa51b0f048876e01baa476d0044aa", Linears),
        new(GreekSumsLaunch.Kernel, "ba86b0f07a70b533b9317fe83c34f6c790b90e3abf26459d0cf92a76f28c0065", Sums),
    ];

    /// <summary>Terms from in to far out of the money, from minutes to years, with extremes of every term but the right.</summary>
    private static double[] Options(SelfTestBench bench)
    {
        const int rights = 3;
        (double Low, double High)[] ranges = [(-2, 2), (0.01, 3), (1e-5, 3), (-1, 1), (1, 1e5), (0.1, 10), (-0.2, 0.2), (-0.1, 0.1), (0, 1e5), (0, 1e5)];
        var inputs = new SelfTestInputs(24);
        var terms = new double[ranges.Length * Instruments];
        for (int r = 0; r < ranges.Length; r++)
            inputs.RealsAndExtremes(Instruments, ranges[r].Low, ranges[r].High).CopyTo(terms, r * Instruments);
        for (int i = 0; i < Instruments; i++)
            terms[rights * Instruments + i] = i % 2 == 0 ? 1 : -1;
        DeviceBuffer<double> greeks = bench.Reals(GreeksKernels.Figures * Instruments);
        bench.Launch(new OptionGreeksLaunch(Block, Instruments, bench.Upload(terms), greeks), Block, Instruments / Block);
        return bench.Read(greeks);
    }

    private static double[] Linears(SelfTestBench bench)
    {
        double[] terms = new SelfTestInputs(25).RealsAndExtremes(GreeksKernels.LinearInputs * Instruments, -1e5, 1e5);
        DeviceBuffer<double> greeks = bench.Reals(GreeksKernels.Figures * Instruments);
        bench.Launch(new LinearGreeksLaunch(Block, Instruments, bench.Upload(terms), greeks), Block, Instruments / Block);
        return bench.Read(greeks);
    }

    /// <summary>Sums of 0 to 19 positions; some figures of two instruments are extreme.</summary>
    private static double[] Sums(SelfTestBench bench)
    {
        const int sums = 48, instruments = 24;
        var inputs = new SelfTestInputs(26);
        int[] rowStart = inputs.RowStart(sums, 20);
        double[] greeks = [.. inputs.RealsAndExtremes(2 * GreeksKernels.Figures, -10, 10), .. inputs.Reals((instruments - 2) * GreeksKernels.Figures, -1e4, 1e4)];
        DeviceBuffer<double> written = bench.Reals(sums * GreeksKernels.Figures);
        bench.LaunchScalar(
            new GreekSumsLaunch(
                bench.Upload(rowStart), bench.Upload(inputs.Indices(rowStart[^1], instruments)), bench.Upload(inputs.Reals(rowStart[^1], -1000, 1000)),
                bench.Upload(greeks), written),
            sums);
        return bench.Read(written);
    }
}
