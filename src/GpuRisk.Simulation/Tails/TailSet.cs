namespace GpuRisk.Simulation.Tails;

/// <summary>The worst losses of every account, worst first, ties by lower scenario.</summary>
public sealed class TailSet
{
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

    public int Accounts { get; }

    /// <summary>The most losses an account can have here.</summary>
    public int Depth { get; }

    public ReadOnlySpan<double> Losses(int account) => losses.AsSpan(checked((int)((long)account * Depth)), counts[account]);

    public ReadOnlySpan<int> Scenarios(int account) => scenarios.AsSpan(checked((int)((long)account * Depth)), counts[account]);

    internal Span<double> Fill(int account, int count, out Span<int> scenarioNumbers)
    {
        counts[account] = count;
        int first = checked((int)((long)account * Depth));
        scenarioNumbers = scenarios.AsSpan(first, count);
        return losses.AsSpan(first, count);
    }
}
