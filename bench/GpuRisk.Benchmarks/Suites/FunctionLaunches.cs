using GpuRisk.Accelerators;
using GpuRisk.Kernels.Lanes;
using GpuRisk.Kernels.Mathematics;

namespace GpuRisk.Benchmarks.Suites;

/// <summary>y = e^x.</summary>
internal readonly record struct ExpLaunch(DeviceBuffer<double> X, DeviceBuffer<double> Y) : ILaneLaunch
{
    public static string Kernel => "Exp";

    public unsafe void Run<R, W>(int item, int row)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W> =>
        new Reals<R, W>((void*)Y.Handle)[item] = RealMath.Exp<R, W>(new Reals<R, W>((void*)X.Handle)[item]);
}

/// <summary>y = ln x.</summary>
internal readonly record struct LogLaunch(DeviceBuffer<double> X, DeviceBuffer<double> Y) : ILaneLaunch
{
    public static string Kernel => "Log";

    public unsafe void Run<R, W>(int item, int row)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W> =>
        new Reals<R, W>((void*)Y.Handle)[item] = RealMath.Log<R, W>(new Reals<R, W>((void*)X.Handle)[item]);
}

/// <summary>y = N(x).</summary>
internal readonly record struct NormalCdfLaunch(DeviceBuffer<double> X, DeviceBuffer<double> Y) : ILaneLaunch
{
    public static string Kernel => "NormalCdf";

    public unsafe void Run<R, W>(int item, int row)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W> =>
        new Reals<R, W>((void*)Y.Handle)[item] = RealMath.NormalCdf<R, W>(new Reals<R, W>((void*)X.Handle)[item]);
}

/// <summary>y = N^-1(x).</summary>
internal readonly record struct NormalQuantileLaunch(DeviceBuffer<double> X, DeviceBuffer<double> Y) : ILaneLaunch
{
    public static string Kernel => "NormalQuantile";

    public unsafe void Run<R, W>(int item, int row)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W> =>
        new Reals<R, W>((void*)Y.Handle)[item] = RealMath.NormalQuantile<R, W>(new Reals<R, W>((void*)X.Handle)[item]);
}
