namespace GpuRisk.Simulation.Tails;

/// <summary>The worst losses of every account, worst first, ties by lower scenario.</summary>
public sealed class TailSet
{
    /// <summary>Elements that are filled at a time: arrays are longer than a span can be.</summary>
    private const int FilledAtOnce = 1 << 20;

    private readonly double[] losses;
    private readonly int[] scenarios;
    private readonly int[] counts;

    public TailSet(int accounts, int depth)
    {
        Accounts = accounts;
        Depth = depth;
        losses = new double[(long)accounts * depth];
        scenarios = new int[(long)accounts * depth];
        counts = new int[accounts];
    }

    /// <summary>Puts the profits and scenarios of accounts first to first + rows - 1 into the spans, <see cref="Depth"/> of each.</summary>
    internal delegate void Filler(int first, int rows, Span<double> profits, Span<int> scenarios);

    public int Accounts { get; }

    /// <summary>The most losses an account can have here.</summary>
    public int Depth { get; }

    public ReadOnlySpan<double> Losses(int account) => losses.AsSpan(checked((int)((long)account * Depth)), counts[account]);

    public ReadOnlySpan<int> Scenarios(int account) => scenarios.AsSpan(checked((int)((long)account * Depth)), counts[account]);

    internal void Fill(ReadOnlySpan<int> accountCounts, Filler fill)
    {
        accountCounts.CopyTo(counts);
        int most = Math.Max(1, FilledAtOnce / Math.Max(1, Depth));
        for (int first = 0; first < Accounts; first += most)
        {
            int rows = Math.Min(most, Accounts - first);
            Span<double> part = losses.AsSpan(checked((int)((long)first * Depth)), rows * Depth);
            fill(first, rows, part, scenarios.AsSpan(checked((int)((long)first * Depth)), rows * Depth));
            for (int i = 0; i < part.Length; i++)
                part[i] = 0.0 - part[i]; // No loss is 0, not -0.
        }
    }
}
