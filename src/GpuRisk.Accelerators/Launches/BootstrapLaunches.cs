using GpuRisk.Kernels;
using GpuRisk.Kernels.Lanes;

namespace GpuRisk.Accelerators.Launches;

/// <summary>Items: scenarios. See <see cref="BootstrapKernels.Draw"/>.</summary>
public readonly record struct DrawLaunch(
    int Factors, DeviceBuffer<uint> Scenarios, int FirstScenario, uint Stream, ulong Seed, int Days, DeviceBuffer<double> Changes, int Stride, DeviceBuffer<double> Shocks) : IScalarLaunch
{
    public static string Kernel => "BootstrapKernels.Draw";

    public void Bind<TArguments>(ref TArguments arguments)
        where TArguments : struct, IKernelArguments
    {
        arguments.Add(Factors);
        arguments.Add(Scenarios);
        arguments.Add(FirstScenario);
        arguments.Add(Stream);
        arguments.Add((uint)Seed);
        arguments.Add((uint)(Seed >> 32));
        arguments.Add(Days);
        arguments.Add(Changes);
        arguments.Add(Stride);
        arguments.Add(Shocks);
    }

    public unsafe void Run<R, W>(int item)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W> =>
        BootstrapKernels.Draw(
            item, Factors, new Table<uint>((uint*)Scenarios.Handle), FirstScenario, Stream, (uint)Seed, (uint)(Seed >> 32), Days,
            new Table<double>((double*)Changes.Handle), Stride, new Column<double>((double*)Shocks.Handle));
}
