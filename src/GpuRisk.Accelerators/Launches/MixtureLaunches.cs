using GpuRisk.Kernels;
using GpuRisk.Kernels.Lanes;

namespace GpuRisk.Accelerators.Launches;

/// <summary>Row: that of the uniforms. See <see cref="MixtureKernels.Uniforms"/>.</summary>
public readonly record struct UniformsLaunch(
    DeviceBuffer<uint> Scenarios, int FirstScenario, uint Stream, ulong Seed, int Stride, DeviceBuffer<double> Uniforms) : ILaneLaunch
{
    public static string Kernel => "MixtureKernels.Uniforms";

    public void Bind<TArguments>(ref TArguments arguments)
        where TArguments : struct, IKernelArguments
    {
        arguments.Add(Scenarios);
        arguments.Add(FirstScenario);
        arguments.Add(Stream);
        arguments.Add((uint)Seed);
        arguments.Add((uint)(Seed >> 32));
        arguments.Add(Stride);
        arguments.Add(Uniforms);
    }

    public unsafe void Run<R, W>(int item, int row)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W> =>
        MixtureKernels.Uniforms(
            item, row, new Words<W>((uint*)Scenarios.Handle), FirstScenario, Stream, (uint)Seed, (uint)(Seed >> 32), Stride,
            new Reals<R, W>((void*)Uniforms.Handle));
}

/// <summary>Rows: factors. See <see cref="MixtureKernels.Choose"/>.</summary>
public readonly record struct ChooseLaunch(
    double From, int Last, int Uniform, int Kept, int Stride, DeviceBuffer<double> Scratch, DeviceBuffer<double> Shocks) : ILaneLaunch
{
    public static string Kernel => "MixtureKernels.Choose";

    public void Bind<TArguments>(ref TArguments arguments)
        where TArguments : struct, IKernelArguments
    {
        arguments.Add(From);
        arguments.Add(Last);
        arguments.Add(Uniform);
        arguments.Add(Kept);
        arguments.Add(Stride);
        arguments.Add(Scratch);
        arguments.Add(Shocks);
    }

    public unsafe void Run<R, W>(int item, int row)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W> =>
        MixtureKernels.Choose(
            item, row, From, Last, Uniform, Kept, Stride, new Reals<R, W>((void*)Scratch.Handle), new Reals<R, W>((void*)Shocks.Handle));
}
