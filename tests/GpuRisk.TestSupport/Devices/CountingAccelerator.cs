using GpuRisk.Accelerators;

namespace GpuRisk.TestSupport.Devices;

/// <summary>A device of one queue that counts the items over which one scalar kernel is launched.</summary>
public sealed class CountingAccelerator(string kernel) : StandInAccelerator("cuda:0")
{
    /// <summary>Of all launches of the kernel so far.</summary>
    public int Items { get; private set; }

    private string Counted => kernel;

    public override void ForEach(int count, Action<LaunchQueue, int> body, CancellationToken cancellation) =>
        base.ForEach(count, (queue, i) => body(new CountingQueue(this, queue), i), cancellation);

    private sealed class CountingQueue(CountingAccelerator owner, LaunchQueue queue) : LaunchQueue
    {
        public override int Index => queue.Index;

        public override void Launch<TLaunch>(in TLaunch launch, int items, int firstRow, int rows) => queue.Launch(launch, items, firstRow, rows);

        public override void LaunchScalar<TLaunch>(in TLaunch launch, int firstItem, int items)
        {
            owner.Items += TLaunch.Kernel == owner.Counted ? items : 0;
            queue.LaunchScalar(launch, firstItem, items);
        }
    }
}
