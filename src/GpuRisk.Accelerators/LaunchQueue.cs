namespace GpuRisk.Accelerators;

/// <summary>
/// Takes launches and runs them in order. A grid is a range of items by a range of rows; items of a lane launch start at 0 and are
/// rounded up to the granularity.
/// </summary>
public abstract class LaunchQueue
{
    /// <summary>From 0 to <see cref="Accelerator.Queues"/> - 1: which scratch buffers are this queue's.</summary>
    public abstract int Index { get; }

    public abstract void Launch<TLaunch>(in TLaunch launch, int items, int firstRow, int rows)
        where TLaunch : struct, ILaneLaunch;

    public abstract void LaunchScalar<TLaunch>(in TLaunch launch, int firstItem, int items)
        where TLaunch : struct, IScalarLaunch;
}
