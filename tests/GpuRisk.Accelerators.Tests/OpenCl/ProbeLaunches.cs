using GpuRisk.Accelerators.Probe;
using GpuRisk.Kernels.Lanes;

namespace GpuRisk.Accelerators.Tests.OpenCl;

/// <summary>A launch of any shape under any name.</summary>
internal readonly record struct WrongLaunch<TName>(int Integers, bool Unsigned) : ILaneLaunch, IScalarLaunch
    where TName : IKernelName
{
    public static string Kernel => TName.Value;

    public void Bind<TArguments>(ref TArguments arguments)
        where TArguments : struct, IKernelArguments
    {
        for (int i = 0; i < Integers; i++)
        {
            if (Unsigned)
                arguments.Add(1u);
            else
                arguments.Add(1);
        }
    }

    public void Run<R, W>(int item, int row)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W> => throw new NotSupportedException("The probe's kernels run on devices.");

    public void Run<R, W>(int item)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W> => throw new NotSupportedException("The probe's kernels run on devices.");
}

internal interface IKernelName
{
    static abstract string Value { get; }
}

internal sealed class GridName : IKernelName
{
    public static string Value => ProbeKernels.Grid;
}

internal sealed class UnknownName : IKernelName
{
    public static string Value => "Probe.Unknown";
}
