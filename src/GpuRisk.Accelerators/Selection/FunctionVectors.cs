using GpuRisk.Accelerators.Launches;
using GpuRisk.Kernels.Functions;

namespace GpuRisk.Accelerators.Selection;

/// <summary>The elementary functions, in and out of their domains.</summary>
internal static class FunctionVectors
{
    private const int Stride = 512;
    private const int Rows = 4;

    public static IEnumerable<SelfTestCase> All =>
    [
        new(FunctionLaunch<Exp>.Kernel, "34beaae581267a31484bf1ecf0535146d026c0a6f6a7c420cce0e56691d86275", bench => Run<Exp>(bench, -720, 720)),
        new(FunctionLaunch<ExpNonPositive>.Kernel, "92c4d530a8ba8720c1b3625360db2a6b9f29afc89405118b586cc3af6f9fea92", bench => Run<ExpNonPositive>(bench, -720, 0)),
        new(FunctionLaunch<Log>.Kernel, "4ab29bb274f60c8da1ca416ba86d1b3c689eb5a40d27341cbcdd24ac4baa2a12", bench => Run<Log>(bench, 0, 3)),
        new(FunctionLaunch<NormalCdf>.Kernel, "e050d3c692a4931d21643c9ee5f43a16a5a1c025320df0dcbf399e5effe542a8", bench => Run<NormalCdf>(bench, -40, 10)),
        new(FunctionLaunch<NormalQuantile>.Kernel, "e4ae3f2e720e778a36f88735185fdaf1818c69fdc24297beea804bc5eaab6fc1", bench => Run<NormalQuantile>(bench, 0, 1)),
    ];

    /// <summary>A row over a range with extremes, a row close to its lower end, and the rest of any bits at all.</summary>
    private static double[] Run<F>(SelfTestBench bench, double low, double high)
        where F : struct, IFunction
    {
        var inputs = new SelfTestInputs(1);
        double[] x =
        [
            .. inputs.RealsAndExtremes(Stride, low, high), .. inputs.RealsAndExtremes(Stride, low, low + 1e-3 * (high - low)),
            .. inputs.AnyBits((Rows - 2) * Stride),
        ];
        DeviceBuffer<double> y = bench.Reals(x.Length);
        bench.Launch(new FunctionLaunch<F>(Stride, bench.Upload(x), y), Stride, Rows);
        return bench.Read(y);
    }
}
