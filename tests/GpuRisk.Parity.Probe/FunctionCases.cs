using GpuRisk.Accelerators;
using GpuRisk.Accelerators.Launches;
using GpuRisk.Kernels.Functions;

namespace GpuRisk.Parity.Probe;

/// <summary>The elementary functions, in and out of their domains.</summary>
internal static class FunctionCases
{
    private const int Stride = 1024;

    public static IReadOnlyList<ParityCase> All { get; } =
    [
        new(FunctionLaunch<Exp>.Kernel, 1 << 20, (a, n) => Run<Exp>(a, n, -720, 720)),
        new(FunctionLaunch<ExpNonPositive>.Kernel, 1 << 20, (a, n) => Run<ExpNonPositive>(a, n, -720, 0)),
        new(FunctionLaunch<Log>.Kernel, 1 << 20, (a, n) => Run<Log>(a, n, 0, 3)),
        new(FunctionLaunch<NormalCdf>.Kernel, 1 << 20, (a, n) => Run<NormalCdf>(a, n, -40, 10)),
        new(FunctionLaunch<NormalQuantile>.Kernel, 1 << 20, (a, n) => Run<NormalQuantile>(a, n, 0, 1)),
    ];

    /// <summary>A quarter spread over a range with extremes, a quarter close to its lower end, and a half of any bits at all.</summary>
    private static ulong[] Run<F>(Accelerator accelerator, int size, double low, double high)
        where F : struct, IFunction
    {
        using var work = new Workspace(accelerator);
        var inputs = new Inputs(1);
        int rows = (size + 4 * Stride - 1) / (4 * Stride) * 4;
        int quarter = rows / 4 * Stride;
        double[] x =
        [
            .. inputs.RealsAndExtremes(quarter, low, high), .. inputs.RealsAndExtremes(quarter, low, low + 1e-3 * (high - low)), .. inputs.AnyBits(2 * quarter),
        ];
        DeviceBuffer<double> y = work.Reals(x.Length);
        work.Launch(new FunctionLaunch<F>(Stride, work.Upload(x), y), Stride, rows);
        return Bits.Of(work.Read(y));
    }
}
