using GpuRisk.Accelerators;
using GpuRisk.Kernels;

namespace GpuRisk.Cuda.Probe;

/// <summary>The kernels of probe.ptx and how to launch them.</summary>
internal static class ProbeKernels
{
    private static readonly KernelParameter Counts = new("counts", KernelParameterKind.Buffer, "int", Written: true);

    public static KernelProgram Program()
    {
        using Stream stream = typeof(ProbeKernels).Assembly.GetManifestResourceStream("probe.ptx")!;
        using var reader = new StreamReader(stream);
        return new KernelProgram(
            reader.ReadToEnd(),
            [
                new("Probe.Touch", "Probe_Touch", HasRows: true, [new("stride", KernelParameterKind.Int, null, false), Counts]),
                new("Probe.Step", "Probe_Step", HasRows: false, [new("ahead", KernelParameterKind.Int, null, false), new("step", KernelParameterKind.UInt, null, false), Counts]),
            ]);
    }
}

internal readonly record struct TouchLaunch(int Stride, DeviceBuffer<int> Counts) : ILaneLaunch
{
    public static string Kernel => "Probe.Touch";

    public void Bind<TArguments>(ref TArguments arguments)
        where TArguments : struct, IKernelArguments
    {
        arguments.Add(Stride);
        arguments.Add(Counts);
    }

    void ILaneLaunch.Run<R, W>(int item, int row) => throw new NotSupportedException("The kernel exists as PTX alone.");
}

internal readonly record struct StepLaunch(int Ahead, uint Step, DeviceBuffer Counts) : IScalarLaunch
{
    public static string Kernel => "Probe.Step";

    public void Bind<TArguments>(ref TArguments arguments)
        where TArguments : struct, IKernelArguments
    {
        arguments.Add(Ahead);
        arguments.Add(Step);
        arguments.Add(Counts);
    }

    void IScalarLaunch.Run<R, W>(int item) => throw new NotSupportedException("The kernel exists as PTX alone.");
}

/// <summary>Hands over the wrong arguments for <c>Probe.Step</c>, or names a kernel that nobody translated.</summary>
internal readonly record struct WrongLaunch<TKernel>(int Arguments) : IScalarLaunch
    where TKernel : IKernelName
{
    public static string Kernel => TKernel.Name;

    public void Bind<TArguments>(ref TArguments arguments)
        where TArguments : struct, IKernelArguments
    {
        for (int i = 0; i < Arguments; i++)
            arguments.Add(i);
    }

    void IScalarLaunch.Run<R, W>(int item) => throw new NotSupportedException("The kernel exists as PTX alone.");
}

internal interface IKernelName
{
    static abstract string Name { get; }
}

internal sealed class StepName : IKernelName
{
    public static string Name => "Probe.Step";
}

internal sealed class TouchName : IKernelName
{
    public static string Name => "Probe.Touch";
}

internal sealed class UnknownName : IKernelName
{
    public static string Name => "Probe.Unknown";
}
