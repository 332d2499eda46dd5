namespace GpuRisk.Simulation.Attribution;

/// <summary>The tail entries that fall into one block of replayed scenarios, as CSR over accounts.</summary>
internal sealed record ReplayEntries(int[] Start, int[] Columns, double[] Weights);

/// <summary>Walks every account's tail in ascending scenarios, block by block.</summary>
internal sealed class ReplayCursor
{
    private readonly TailWeights tails;
    private readonly int[] order;
    private readonly int[] next;

    public ReplayCursor(TailWeights tails)
    {
        this.tails = tails;
        order = new int[tails.Scenarios.Length];
        for (int i = 0; i < order.Length; i++)
            order[i] = i;
        for (int a = 0; a < tails.Accounts; a++)
        {
            Span<int> own = order.AsSpan(tails.EntryStart[a], tails.EntryStart[a + 1] - tails.EntryStart[a]);
            own.Sort((i, j) => tails.Scenarios[i].CompareTo(tails.Scenarios[j]));
        }
        next = tails.EntryStart[..^1];
    }

    /// <param name="scenarios">The next scenarios, ascending; a column of the block each.</param>
    public ReplayEntries Take(ReadOnlySpan<int> scenarios)
    {
        int last = scenarios[^1];
        var start = new int[tails.Accounts + 1];
        List<int> columns = [];
        List<double> weights = [];
        for (int a = 0; a < tails.Accounts; a++)
        {
            start[a] = columns.Count;
            while (next[a] < tails.EntryStart[a + 1] && tails.Scenarios[order[next[a]]] <= last)
            {
                int entry = order[next[a]++];
                columns.Add(scenarios.BinarySearch(tails.Scenarios[entry]));
                weights.Add(tails.Weights[entry]);
            }
        }
        start[^1] = columns.Count;
        return new ReplayEntries(start, [.. columns], [.. weights]);
    }
}
