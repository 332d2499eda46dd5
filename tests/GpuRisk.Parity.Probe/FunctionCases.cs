using GpuRisk.Accelerators;
using GpuRisk.Accelerators.Launches;

namespace GpuRisk.Parity.Probe;

/// <summary>The elementary functions, in and out of their domains.</summary>
internal static class FunctionCases
{
    private const int Stride = 1024;

    public static IReadOnlyList<ParityCase> All { get; } =
    [
        new(ExpLaunch.Kernel, 1 << 20, (a, n) => Run(a, n, (x, y) => new ExpLaunch(Stride, x, y), -720, 720)),
        new(ExpNonPositiveLaunch.Kernel, 1 << 20, (a, n) => Run(a, n, (x, y) => new ExpNonPositiveLaunch(Stride, x, y), -720, 0)),
        new(LogLaunch.Kernel, 1 << 20, (a, n) => Run(a, n, (x, y) => new LogLaunch(Stride, x, y), 0, 3)),
        new(NormalCdfLaunch.Kernel, 1 << 20, (a, n) => Run(a, n, (x, y) => new NormalCdfLaunch(Stride, x, y), -40, 10)),
        new(NormalQuantileLaunch.Kernel, 1 << 20, (a, n) => Run(a, n, (x, y) => new NormalQuantileLaunch(Stride, x, y), 0, 1)),
    ];

    /// <summary>A quarter spread over a range with extremes, a quarter close to its lower end, and a half of any bits at all.</summary>
    private static ulong[] Run<TLaunch>(
        Accelerator accelerator, int size, Func<DeviceBuffer<double>, DeviceBuffer<double>, TLaunch> launch, double low, double high)
        where TLaunch : struct, ILaneLaunch
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
        work.Launch(launch(work.Upload(x), y), Stride, rows);
        return Bits.Of(work.Read(y));
    }
}
