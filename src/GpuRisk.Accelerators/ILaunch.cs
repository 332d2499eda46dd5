using GpuRisk.Kernels.Lanes;

namespace GpuRisk.Accelerators;

/// <summary>A kernel with its arguments, ready to run over a grid of items and rows. On a device the kernel is found by its name.</summary>
public interface ILaunch
{
    /// <summary>The kernel's name, <c>Class.Method</c>, and the names of its type arguments beside the lanes: <c>Class.Method.Binary32</c>.</summary>
    static abstract string Kernel { get; }

    /// <summary>Hands over what <c>Run</c> passes to the kernel, in the same order: how a device that runs the kernel's translation gets its arguments.</summary>
    void Bind<TArguments>(ref TArguments arguments)
        where TArguments : struct, IKernelArguments;
}

/// <summary>A launch of a lane kernel: items are taken a bundle at a time.</summary>
public interface ILaneLaunch : ILaunch
{
    void Run<R, W>(int item, int row)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W>;
}

/// <summary>A launch of a scalar kernel: one item at a time, free control flow.</summary>
public interface IScalarLaunch : ILaunch
{
    /// <summary>The lane types let a kernel look at a bundle of consecutive reals at once.</summary>
    void Run<R, W>(int item)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W>;
}
