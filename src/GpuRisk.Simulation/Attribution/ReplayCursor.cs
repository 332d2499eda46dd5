using GpuRisk.Simulation.Aggregation;

namespace GpuRisk.Simulation.Attribution;

/// <summary>The tail entries that fall into one block of replayed scenarios, as CSR over accounts.</summary>
internal sealed record ReplayEntries(int[] Start, int[] Columns, double[] Weights)
{
    /// <summary>CSR over segments of accounts: an account's entries once for each of its segments.</summary>
    public ReplayEntries Over(PositionSegments segments)
    {
        var start = new int[segments.Count + 1];
        ForEach(segments, (account, segment) => start[segment + 1] = checked(start[segment] + Start[account + 1] - Start[account]));
        var columns = new int[start[^1]];
        var weights = new double[start[^1]];
        ForEach(segments, (account, segment) =>
        {
            (int first, int count) = (Start[account], Start[account + 1] - Start[account]);
            Columns.AsSpan(first, count).CopyTo(columns.AsSpan(start[segment]));
            Weights.AsSpan(first, count).CopyTo(weights.AsSpan(start[segment]));
        });
        return new ReplayEntries(start, columns, weights);
    }

    private static void ForEach(PositionSegments segments, Action<int, int> body)
    {
        for (int account = 0; account + 1 < segments.AccountStart.Length; account++)
        {
            for (int segment = segments.AccountStart[account]; segment < segments.AccountStart[account + 1]; segment++)
                body(account, segment);
        }
    }
}

/// <summary>Walks every account's tail in ascending scenarios, block by block.</summary>
internal sealed class ReplayCursor
{
    private readonly int[] entryStart;
    private readonly int[] places;
    private readonly double[] weights;
    private readonly int[] next;

    public ReplayCursor(TailWeights tails)
    {
        entryStart = tails.EntryStart;
        weights = [.. tails.Weights];
        next = entryStart[..^1];
        Scenarios = Distinct(tails.Scenarios, out int[] placeOf);
        places = [.. tails.Scenarios.Select(s => placeOf[s])];
        for (int a = 0; a < tails.Accounts; a++)
        {
            int first = entryStart[a], count = entryStart[a + 1] - first;
            places.AsSpan(first, count).Sort(weights.AsSpan(first, count));
        }
    }

    /// <summary>Every scenario that lies in some tail, ascending.</summary>
    public int[] Scenarios { get; }

    /// <summary>The entries of the next scenarios, places first to first + count - 1 of <see cref="Scenarios"/>; a column of the block each.</summary>
    public ReplayEntries Take(int first, int count)
    {
        var start = new int[entryStart.Length];
        for (int a = 0; a < next.Length; a++)
        {
            int end = next[a];
            while (end < entryStart[a + 1] && places[end] < first + count)
                end++;
            start[a + 1] = start[a] + end - next[a];
        }
        var columns = new int[start[^1]];
        var taken = new double[start[^1]];
        for (int a = 0; a < next.Length; a++)
        {
            for (int i = start[a]; i < start[a + 1]; i++, next[a]++)
            {
                columns[i] = places[next[a]] - first;
                taken[i] = weights[next[a]];
            }
        }
        return new ReplayEntries(start, columns, taken);
    }

    private static int[] Distinct(int[] scenarios, out int[] placeOf)
    {
        placeOf = new int[scenarios.Length == 0 ? 0 : scenarios.Max() + 1];
        foreach (int s in scenarios)
            placeOf[s] = 1;
        List<int> distinct = [];
        for (int s = 0; s < placeOf.Length; s++)
        {
            if (placeOf[s] == 0)
                continue;
            placeOf[s] = distinct.Count;
            distinct.Add(s);
        }
        return [.. distinct];
    }
}
