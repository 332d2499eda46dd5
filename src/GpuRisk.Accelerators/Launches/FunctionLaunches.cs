using GpuRisk.Kernels;
using GpuRisk.Kernels.Lanes;

namespace GpuRisk.Accelerators.Launches;

/// <summary>See <see cref="FunctionKernels.Exp"/>.</summary>
public readonly record struct ExpLaunch(int Stride, DeviceBuffer<double> X, DeviceBuffer<double> Y) : ILaneLaunch
{
    public static string Kernel => "FunctionKernels.Exp";

    public void Bind<TArguments>(ref TArguments arguments)
        where TArguments : struct, IKernelArguments
    {
        arguments.Add(Stride);
        arguments.Add(X);
        arguments.Add(Y);
    }

    public unsafe void Run<R, W>(int item, int row)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W> =>
        FunctionKernels.Exp(item, row, Stride, new Reals<R, W>((void*)X.Handle), new Reals<R, W>((void*)Y.Handle));
}

/// <summary>See <see cref="FunctionKernels.ExpNonPositive"/>.</summary>
public readonly record struct ExpNonPositiveLaunch(int Stride, DeviceBuffer<double> X, DeviceBuffer<double> Y) : ILaneLaunch
{
    public static string Kernel => "FunctionKernels.ExpNonPositive";

    public void Bind<TArguments>(ref TArguments arguments)
        where TArguments : struct, IKernelArguments
    {
        arguments.Add(Stride);
        arguments.Add(X);
        arguments.Add(Y);
    }

    public unsafe void Run<R, W>(int item, int row)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W> =>
        FunctionKernels.ExpNonPositive(item, row, Stride, new Reals<R, W>((void*)X.Handle), new Reals<R, W>((void*)Y.Handle));
}

/// <summary>See <see cref="FunctionKernels.Log"/>.</summary>
public readonly record struct LogLaunch(int Stride, DeviceBuffer<double> X, DeviceBuffer<double> Y) : ILaneLaunch
{
    public static string Kernel => "FunctionKernels.Log";

    public void Bind<TArguments>(ref TArguments arguments)
        where TArguments : struct, IKernelArguments
    {
        arguments.Add(Stride);
        arguments.Add(X);
        arguments.Add(Y);
    }

    public unsafe void Run<R, W>(int item, int row)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W> =>
        FunctionKernels.Log(item, row, Stride, new Reals<R, W>((void*)X.Handle), new Reals<R, W>((void*)Y.Handle));
}

/// <summary>See <see cref="FunctionKernels.NormalCdf"/>.</summary>
public readonly record struct NormalCdfLaunch(int Stride, DeviceBuffer<double> X, DeviceBuffer<double> Y) : ILaneLaunch
{
    public static string Kernel => "FunctionKernels.NormalCdf";

    public void Bind<TArguments>(ref TArguments arguments)
        where TArguments : struct, IKernelArguments
    {
        arguments.Add(Stride);
        arguments.Add(X);
        arguments.Add(Y);
    }

    public unsafe void Run<R, W>(int item, int row)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W> =>
        FunctionKernels.NormalCdf(item, row, Stride, new Reals<R, W>((void*)X.Handle), new Reals<R, W>((void*)Y.Handle));
}

/// <summary>See <see cref="FunctionKernels.NormalQuantile"/>.</summary>
public readonly record struct NormalQuantileLaunch(int Stride, DeviceBuffer<double> X, DeviceBuffer<double> Y) : ILaneLaunch
{
    public static string Kernel => "FunctionKernels.NormalQuantile";

    public void Bind<TArguments>(ref TArguments arguments)
        where TArguments : struct, IKernelArguments
    {
        arguments.Add(Stride);
        arguments.Add(X);
        arguments.Add(Y);
    }

    public unsafe void Run<R, W>(int item, int row)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W> =>
        FunctionKernels.NormalQuantile(item, row, Stride, new Reals<R, W>((void*)X.Handle), new Reals<R, W>((void*)Y.Handle));
}
