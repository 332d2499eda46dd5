using System.Globalization;
using GpuRisk.Accelerators;
using GpuRisk.Accelerators.Launches;
using GpuRisk.Simulation.Aggregation;

namespace GpuRisk.Simulation.Tails;

/// <summary>Selects the worst scenarios of every account from a stream of profit blocks.</summary>
public sealed class TailSelection : IProfitConsumer, IDisposable
{
    /// <summary>Accounts handed to a queue at a time.</summary>
    private const int AccountsAChunk = 16;

    /// <summary>Candidates beyond the depth that the kernel needs: a bundle of the widest lanes.</summary>
    private const int LeastSpare = 16;

    private readonly TailBuffers buffers;
    private readonly PartedTail? parted;
    private readonly int accounts;

    /// <param name="keep">Depth of the tail.</param>
    /// <param name="parts">Whether an account's scenarios are shared among work items; null: where the device asks for it. The tails are the same.</param>
    /// <exception cref="MemoryBudgetException">No buffer of the device is large enough.</exception>
    public TailSelection(Accelerator accelerator, int accounts, int keep, bool? parts = null)
    {
        ArgumentNullException.ThrowIfNull(accelerator);
        this.accounts = accounts;
        using var guard = new AllocationGuard();
        int capacity = Capacity(accelerator, accounts, keep);
        buffers = new TailBuffers(
            keep, capacity, guard.Hold(accelerator.Allocate<double>(Math.Max(1, (long)accounts * capacity))),
            guard.Hold(accelerator.Allocate<int>(Math.Max(1, (long)accounts * capacity))), guard.Hold(accelerator.Allocate<int>(Math.Max(1, accounts))),
            guard.Hold(accelerator.Allocate<double>(Math.Max(1, accounts))));
        var open = new double[accounts];
        Array.Fill(open, double.NaN);
        accelerator.Write<double>(open, buffers.Thresholds, 0);
        if (parts ?? PartedTail.Suits(accelerator))
            parted = guard.Hold(new PartedTail(accelerator, accounts, buffers));
        guard.Release();
    }

    /// <summary>Memory that the tails of some accounts take.</summary>
    /// <exception cref="MemoryBudgetException">No buffer of the device is large enough.</exception>
    public static long Bytes(Accelerator accelerator, int accounts, int keep)
    {
        ArgumentNullException.ThrowIfNull(accelerator);
        long candidates = accounts * (Capacity(accelerator, accounts, keep) * (long)(sizeof(double) + sizeof(int)) + sizeof(double) + sizeof(int));
        return candidates + (PartedTail.Suits(accelerator) ? PartedTail.Bytes(accelerator, accounts, keep) : 0);
    }

    public void Consume(Accelerator accelerator, ProfitBlock block, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(accelerator);
        if (parted is not null)
        {
            parted.Consume(accelerator, block, cancellation);
            return;
        }
        var select = new TailSelectLaunch(buffers, block.Scenarios, block.FirstScenario, block.Stride, block.Profits);
        accelerator.ForEachPart(accounts, AccountsAChunk, (queue, first, count) => queue.LaunchScalar(select, first, count), cancellation);
    }

    /// <summary>Sorts what was kept and brings it to the host.</summary>
    public TailSet Finish(Accelerator accelerator, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(accelerator);
        var finish = new TailFinishLaunch(buffers);
        accelerator.ForEachPart(accounts, AccountsAChunk, (queue, first, count) => queue.LaunchScalar(finish, first, count), cancellation);
        var set = new TailSet(accounts, buffers.Keep);
        var counts = new int[accounts];
        accelerator.Read<int>(buffers.Counts, 0, counts);
        set.Fill(counts, (first, rows, profits, scenarios) =>
        {
            accelerator.ReadRows(buffers.Profits, (long)first * buffers.Capacity, buffers.Capacity, rows, buffers.Keep, profits);
            accelerator.ReadRows(buffers.Scenarios, (long)first * buffers.Capacity, buffers.Capacity, rows, buffers.Keep, scenarios);
        });
        return set;
    }

    public void Dispose()
    {
        parted?.Dispose();
        buffers.Profits.Dispose();
        buffers.Scenarios.Dispose();
        buffers.Counts.Dispose();
        buffers.Thresholds.Dispose();
    }

    /// <summary>
    /// Three times the depth and a bundle, where the device has buffers as large: a partition then pays for itself over twice as many
    /// candidates as it keeps, and the minima that bound the first block find room. What is selected does not depend on it.
    /// </summary>
    private static int Capacity(Accelerator accelerator, int accounts, int keep)
    {
        ArgumentNullException.ThrowIfNull(accelerator);
        // All tails come to the host as one array.
        if ((long)accounts * keep > Array.MaxLength)
            throw new MemoryBudgetException(string.Create(CultureInfo.InvariantCulture, $"the {keep} worst scenarios of {accounts} accounts are more than a run can hold, {Array.MaxLength}; lower --scenarios or divide the book."));
        long wanted = 3L * keep + LeastSpare, least = (long)keep + LeastSpare;
        long fits = accelerator.LargestBufferBytes / sizeof(double) / Math.Max(1, accounts);
        return fits >= least ? checked((int)Math.Min(wanted, fits)) : throw MemoryBudgetException.Buffer(
            accelerator, least * sizeof(double) * accounts, $"the {keep} worst scenarios of {accounts} accounts", "lower --scenarios or choose another --accelerator");
    }
}
