using GpuRisk.Kernels;
using GpuRisk.Kernels.Functions;
using GpuRisk.Kernels.Lanes;

namespace GpuRisk.Accelerators.Launches;

/// <summary>See <see cref="FunctionKernels.Apply"/>.</summary>
public readonly record struct FunctionLaunch<F>(int Stride, DeviceBuffer<double> X, DeviceBuffer<double> Y) : ILaneLaunch
    where F : struct, IFunction
{
    public static string Kernel { get; } = "FunctionKernels.Apply." + typeof(F).Name;

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
        FunctionKernels.Apply<R, W, F>(item, row, Stride, new Reals<R, W>((void*)X.Handle), new Reals<R, W>((void*)Y.Handle));
}
