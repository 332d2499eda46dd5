using GpuRisk.Accelerators;
using GpuRisk.Accelerators.Launches;

namespace GpuRisk.Parity.Probe;

/// <summary>The kernels of the tail. How candidates lie between two blocks depends on the width, so what counts is how they end.</summary>
internal static class TailCases
{
    private const int Accounts = 24;

    public static IReadOnlyList<ParityCase> All { get; } =
        [new(TailSelectLaunch.Kernel, 1 << 20, Select), new(TailFinishLaunch.Kernel, 1 << 18, Finish)];

    /// <summary>Four blocks, the last of them short; every third account rounds its profits, so that many are equal.</summary>
    private static ulong[] Select(Accelerator accelerator, int size)
    {
        using var work = new Workspace(accelerator);
        var inputs = new Inputs(10);
        int stride = Math.Max(64, size / Accounts / 4 / 32 * 32);
        int keep = stride / 20 + 1;
        TailBuffers tail = Buffers(work, Accounts, keep);
        for (int block = 0; block < 4; block++)
        {
            double[] profits = inputs.RealsAndExtremes((long)Accounts * stride, -1000, 1000);
            for (int i = 0; i < profits.Length; i++)
                profits[i] = i / stride % 3 == 0 ? Math.Round(profits[i] / 50) * 50 : profits[i];
            int scenarios = block < 3 ? stride : stride - 27;
            work.LaunchScalar(new TailSelectLaunch(tail, scenarios, block * stride, stride, work.Upload(profits)), Accounts);
        }
        return Finished(work, tail, Accounts);
    }

    /// <summary>Candidates as they may lie when the last block is in, from none to all.</summary>
    private static ulong[] Finish(Accelerator accelerator, int size)
    {
        using var work = new Workspace(accelerator);
        var inputs = new Inputs(11);
        int capacity = Math.Max(48, size / Accounts);
        int keep = (capacity - 16) / 3;
        int[] counts = [.. Enumerable.Range(0, Accounts).Select(a => a < 2 ? a : inputs.Below(capacity))];
        double[] profits = [.. inputs.Reals((long)Accounts * capacity, -20, 20).Select((p, i) => i % 5 == 0 ? Math.Round(p) : p)];
        int[] scenarios = [.. Enumerable.Range(0, Accounts * capacity).Select(i => i % capacity * 7919 % 1_000_003)];
        return Finished(work, new TailBuffers(keep, capacity, work.Upload(profits), work.Upload(scenarios), work.Upload(counts), work.Reals(Accounts)), Accounts);
    }

    public static TailBuffers Buffers(Workspace work, int accounts, int keep)
    {
        int capacity = 3 * keep + 16;
        var open = new double[accounts];
        Array.Fill(open, double.NaN);
        return new TailBuffers(
            keep, capacity, work.Reals((long)accounts * capacity), work.Upload(new int[accounts * capacity]), work.Upload(new int[accounts]), work.Upload(open));
    }

    public static ulong[] Finished(Workspace work, TailBuffers tail, int accounts)
    {
        work.LaunchScalar(new TailFinishLaunch(tail), accounts);
        int[] counts = work.Read(tail.Counts), scenarios = work.Read(tail.Scenarios);
        double[] profits = work.Read(tail.Profits);
        var bits = new List<ulong>(Bits.Of(counts));
        for (int a = 0; a < accounts; a++)
        {
            bits.AddRange(Bits.Of(profits.AsSpan(a * tail.Capacity, counts[a])));
            bits.AddRange(Bits.Of(scenarios.AsSpan(a * tail.Capacity, counts[a])));
        }
        return [.. bits];
    }
}
