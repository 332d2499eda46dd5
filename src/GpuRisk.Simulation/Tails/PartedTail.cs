using GpuRisk.Accelerators;
using GpuRisk.Accelerators.Launches;
using GpuRisk.Simulation.Aggregation;

namespace GpuRisk.Simulation.Tails;

/// <summary>Takes in blocks of profits in steps of many work items an account, where a device runs more of them than there are accounts.</summary>
internal sealed class PartedTail : IDisposable
{
    /// <summary>Neighbouring items read neighbouring scenarios; fewer parts than this would leave gaps.</summary>
    private const int FewestParts = 32;

    private const int MostParts = 1024;

    /// <summary>Groups are a whole number of the widest bundles.</summary>
    private const int GroupUnit = 32;

    /// <summary>As many groups as the candidates' place holds, but for less than a bundle: about three for each scenario kept.</summary>
    private readonly int groups;

    private readonly TailBuffers tail;
    private readonly PartBuffers lists;
    private readonly int accounts;

    public PartedTail(Accelerator accelerator, int accounts, TailBuffers tail)
    {
        this.accounts = accounts;
        this.tail = tail;
        groups = tail.Capacity / GroupUnit * GroupUnit;
        int parts = Parts(accelerator, accounts), room = Room(accelerator, accounts, tail.Keep, parts);
        long all = Math.Max(1, (long)accounts * parts);
        using var guard = new AllocationGuard();
        lists = new PartBuffers(parts, room, guard.Hold(accelerator.Allocate<int>(Math.Max(1, all * room))), accelerator.Allocate<int>(all));
        guard.Release();
    }

    /// <summary>True where a work item an account would leave most of the device idle.</summary>
    public static bool Suits(Accelerator accelerator) => accelerator.WorkItems >= FewestParts * FewestParts;

    public static long Bytes(Accelerator accelerator, int accounts, int keep)
    {
        int parts = Parts(accelerator, accounts);
        return (long)accounts * parts * (Room(accelerator, accounts, keep, parts) + 1) * sizeof(int);
    }

    public void Consume(Accelerator accelerator, ProfitBlock block, CancellationToken cancellation) =>
        accelerator.ForEach(1, (queue, _) => Launch(queue, block), cancellation);

    public void Dispose()
    {
        lists.Found.Dispose();
        lists.Counts.Dispose();
    }

    private void Launch(LaunchQueue queue, ProfitBlock block)
    {
        if (block.FirstScenario == 0 && groups >= tail.Keep && block.Scenarios / groups > 1)
        {
            queue.Launch(new TailMinimaLaunch(tail, groups, block.Scenarios, block.Stride, block.Profits), groups, 0, accounts);
            queue.LaunchScalar(new TailBoundLaunch(tail, groups), 0, accounts);
        }
        queue.LaunchScalar(new TailFilterLaunch(tail, lists, block.Scenarios, block.Stride, block.Profits), 0, checked(accounts * lists.Parts));
        queue.LaunchScalar(new TailMergeLaunch(tail, lists, block.Scenarios, block.FirstScenario, block.Stride, block.Profits), 0, accounts);
    }

    /// <summary>Twice as many items as keep the device busy.</summary>
    private static int Parts(Accelerator accelerator, int accounts) =>
        (int)Math.Clamp(2L * accelerator.WorkItems / Math.Max(1, accounts) / FewestParts * FewestParts, FewestParts, MostParts);

    /// <summary>Twice what a part finds on average, and a few, where the device has buffers as large: a part that finds more is gone through again.</summary>
    private static int Room(Accelerator accelerator, int accounts, int keep, int parts)
    {
        long wanted = 4 + 2 * (((long)keep + parts - 1) / parts);
        long fits = accelerator.LargestBufferBytes / sizeof(int) / Math.Max(1, (long)accounts * parts);
        return (int)Math.Min(wanted, fits);
    }
}
