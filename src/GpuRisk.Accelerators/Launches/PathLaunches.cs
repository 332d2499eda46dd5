using GpuRisk.Kernels;
using GpuRisk.Kernels.Lanes;

namespace GpuRisk.Accelerators.Launches;

/// <summary>Rows: factors. See <see cref="PathKernels.Advance"/>.</summary>
public readonly record struct AdvanceLaunch(
    int First, int Last, DeviceBuffer<double> Variances, DeviceBuffer<double> Omega, DeviceBuffer<double> Alpha, DeviceBuffer<double> Beta, int State, int Stride, DeviceBuffer<double> Scratch, DeviceBuffer<double> Shocks) : ILaneLaunch
{
    public static string Kernel => "PathKernels.Advance";

    public void Bind<TArguments>(ref TArguments arguments)
        where TArguments : struct, IKernelArguments
    {
        arguments.Add(First);
        arguments.Add(Last);
        arguments.Add(Variances);
        arguments.Add(Omega);
        arguments.Add(Alpha);
        arguments.Add(Beta);
        arguments.Add(State);
        arguments.Add(Stride);
        arguments.Add(Scratch);
        arguments.Add(Shocks);
    }

    public unsafe void Run<R, W>(int item, int row)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W> =>
        PathKernels.Advance(
            item, row, First, Last, new Table<double>((double*)Variances.Handle), new Table<double>((double*)Omega.Handle),
            new Table<double>((double*)Alpha.Handle), new Table<double>((double*)Beta.Handle), State, Stride,
            new Reals<R, W>((void*)Scratch.Handle), new Reals<R, W>((void*)Shocks.Handle));
}
