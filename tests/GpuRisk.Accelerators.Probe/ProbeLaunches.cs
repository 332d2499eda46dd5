using GpuRisk.Kernels.Lanes;

namespace GpuRisk.Accelerators.Probe;

internal readonly record struct GridLaunch(int Stride, uint Salt, DeviceBuffer Sums) : ILaneLaunch
{
    public static string Kernel => ProbeKernels.Grid;

    public void Bind<TArguments>(ref TArguments arguments)
        where TArguments : struct, IKernelArguments
    {
        arguments.Add(Stride);
        arguments.Add(Salt);
        arguments.Add(Sums);
    }

    public void Run<R, W>(int item, int row)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W> => throw new NotSupportedException("The probe's kernels run on devices.");
}

internal readonly record struct EachLaunch(DeviceBuffer X, DeviceBuffer Sums) : IScalarLaunch
{
    public static string Kernel => ProbeKernels.Each;

    public void Bind<TArguments>(ref TArguments arguments)
        where TArguments : struct, IKernelArguments
    {
        arguments.Add(X);
        arguments.Add(Sums);
    }

    public void Run<R, W>(int item)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W> => throw new NotSupportedException("The probe's kernels run on devices.");
}
