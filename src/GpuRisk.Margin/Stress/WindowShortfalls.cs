using GpuRisk.Accelerators;
using GpuRisk.Accelerators.Launches;
using GpuRisk.Simulation.Aggregation;

namespace GpuRisk.Margin.Stress;

/// <summary>
/// The ES of every window, summed over accounts in their order. Takes blocks that hold all scenarios of some accounts, one block after the other;
/// how accounts are cut into blocks, and those into what is held at a time, changes no bit.
/// </summary>
internal sealed class WindowShortfalls : IProfitConsumer, IDisposable
{
    /// <summary>Windows that a queue sums at a time; a whole number of the widest bundles and of work groups.</summary>
    private const int PartWindows = 256;

    /// <summary>Accounts handed to a queue at a time.</summary>
    private const int AccountsAPart = 16;

    private readonly int windows;
    private readonly int stride;
    private readonly int room;
    private readonly WindowBuffers table;
    private readonly DeviceBuffer<int> tail;
    private readonly DeviceBuffer<double> shortfalls;
    private readonly DeviceBuffer<double> sums;

    /// <param name="bytes">Memory that the accounts held at a time may take; one is held in any case.</param>
    public WindowShortfalls(Accelerator accelerator, WindowTable windowTable, int accounts, long bytes)
    {
        windows = windowTable.Starts.Length;
        stride = (windows + PartWindows - 1) / PartWindows * PartWindows;
        // What is summed next stays in the cache, unless that leaves work items idle.
        long cached = Math.Max(2L * accelerator.WorkItems, accelerator.SharedCacheBytes / 4 / BytesAnAccount(windowTable));
        long largest = Math.Min(Math.Min(bytes / BytesAnAccount(windowTable), accelerator.LargestBufferBytes / sizeof(double) / stride), cached);
        room = (int)Math.Clamp(largest, 1, Math.Max(1, accounts));
        using var guard = new AllocationGuard();
        table = new WindowBuffers(
            windows, windowTable.Depth, guard.Hold(accelerator.Upload<int>(windowTable.Starts)), guard.Hold(accelerator.Upload<int>(windowTable.Ends)),
            guard.Hold(accelerator.Upload<int>(windowTable.WeightRows)), guard.Hold(accelerator.Upload<double>(windowTable.Weights)));
        tail = guard.Hold(accelerator.Allocate<int>((long)room * windowTable.Depth));
        shortfalls = guard.Hold(accelerator.Allocate<double>((long)room * stride));
        sums = guard.Hold(accelerator.Allocate<double>(stride));
        Bytes = room * BytesAnAccount(windowTable) + stride * (long)(sizeof(double) + 3 * sizeof(int)) + windowTable.Weights.Length * (long)sizeof(double);
        guard.Release();
    }

    /// <summary>Memory that all of it takes.</summary>
    public long Bytes { get; }

    /// <summary>Told the ES of each account in the first window; null: nobody.</summary>
    public Action<int, double>? First { get; init; }

    public void Consume(Accelerator accelerator, ProfitBlock block, CancellationToken cancellation)
    {
        for (int first = 0; first < block.Accounts; first += room)
        {
            int accounts = Math.Min(room, block.Accounts - first);
            var launch = new ShortfallsLaunch(table, first, block.Stride, block.Profits, tail, stride, shortfalls);
            accelerator.ForEachPart(accounts, AccountsAPart, (queue, account, count) => queue.LaunchScalar(launch, account, count), cancellation);
            var sum = new ShortfallSumsLaunch(PartWindows, accounts, stride, shortfalls, sums);
            accelerator.ForEachPart(stride / PartWindows, 1, (queue, part, count) => queue.Launch(sum, PartWindows, part, count), cancellation);
            if (First is { } told)
                Tell(accelerator, first, accounts, told);
        }
    }

    /// <summary>The sum of each window over all accounts so far.</summary>
    public double[] Sums(Accelerator accelerator)
    {
        var values = new double[windows];
        accelerator.Read<double>(sums, 0, values);
        return values;
    }

    public void Dispose()
    {
        foreach (IDisposable buffer in (IDisposable[])[table.Starts, table.Ends, table.WeightRows, table.Weights, tail, shortfalls, sums])
            buffer.Dispose();
    }

    private static long BytesAnAccount(WindowTable table) =>
        ((long)table.Starts.Length + PartWindows - 1) / PartWindows * PartWindows * sizeof(double) + (long)table.Depth * sizeof(int);

    private void Tell(Accelerator accelerator, int first, int accounts, Action<int, double> told)
    {
        var values = new double[accounts];
        accelerator.ReadRows(shortfalls, 0, stride, accounts, 1, values);
        for (int account = 0; account < accounts; account++)
            told(first + account, values[account]);
    }
}
