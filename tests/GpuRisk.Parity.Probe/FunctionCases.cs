using GpuRisk.Accelerators;
using GpuRisk.Kernels.Lanes;
using GpuRisk.Kernels.Mathematics;

namespace GpuRisk.Parity.Probe;

/// <summary>A function of one real, over any lanes.</summary>
internal interface ILaneFunction
{
    static abstract R Of<R, W>(R x)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W>;
}

/// <summary>Row by row, y = f(x).</summary>
internal readonly record struct FunctionLaunch<TFunction>(int Stride, DeviceBuffer<double> X, DeviceBuffer<double> Y) : ILaneLaunch
    where TFunction : ILaneFunction
{
    public static string Kernel => typeof(TFunction).Name;

    public unsafe void Run<R, W>(int item, int row)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W>
    {
        var x = new Reals<R, W>((void*)X.Handle);
        var y = new Reals<R, W>((void*)Y.Handle);
        y[(long)row * Stride + item] = TFunction.Of<R, W>(x[(long)row * Stride + item]);
    }
}

/// <summary>The elementary functions, in and out of their domains.</summary>
internal static class FunctionCases
{
    private const int Stride = 1024;

    public static IReadOnlyList<ParityCase> All { get; } =
    [
        new("RealMath.Exp", 1 << 20, (a, n) => Run<Exp>(a, n, -720, 720)),
        new("RealMath.ExpNonPositive", 1 << 20, (a, n) => Run<ExpNonPositive>(a, n, -720, 0)),
        new("RealMath.Log", 1 << 20, (a, n) => Run<Log>(a, n, 0, 3)),
        new("RealMath.NormalCdf", 1 << 20, (a, n) => Run<NormalCdf>(a, n, -40, 10)),
        new("RealMath.NormalQuantile", 1 << 20, (a, n) => Run<NormalQuantile>(a, n, 0, 1)),
    ];

    /// <summary>A quarter spread over a range with extremes, a quarter close to its lower end, and a half of any bits at all.</summary>
    private static ulong[] Run<TFunction>(Accelerator accelerator, int size, double low, double high)
        where TFunction : ILaneFunction
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
        work.Launch(new FunctionLaunch<TFunction>(Stride, work.Upload(x), y), Stride, rows);
        return Bits.Of(work.Read(y));
    }

    private readonly struct Exp : ILaneFunction
    {
        static R ILaneFunction.Of<R, W>(R x) => RealMath.Exp<R, W>(x);
    }

    private readonly struct ExpNonPositive : ILaneFunction
    {
        static R ILaneFunction.Of<R, W>(R x) => RealMath.ExpNonPositive<R, W>(x);
    }

    private readonly struct Log : ILaneFunction
    {
        static R ILaneFunction.Of<R, W>(R x) => RealMath.Log<R, W>(x);
    }

    private readonly struct NormalCdf : ILaneFunction
    {
        static R ILaneFunction.Of<R, W>(R x) => RealMath.NormalCdf<R, W>(x);
    }

    private readonly struct NormalQuantile : ILaneFunction
    {
        static R ILaneFunction.Of<R, W>(R x) => RealMath.NormalQuantile<R, W>(x);
    }
}
