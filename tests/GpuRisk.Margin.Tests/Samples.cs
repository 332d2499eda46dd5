namespace GpuRisk.Margin.Tests;

/// <summary>Samples of losses.</summary>
internal static class Samples
{
    public static double[] WorstFirst(IEnumerable<double> losses) => [.. losses.OrderDescending()];

    /// <summary>The losses n, n - 1, ..., 1, worst first, so that a loss is its own rank; the first <paramref name="depth"/> of them.</summary>
    public static double[] Ranks(int n, int depth) => [.. Enumerable.Range(0, depth).Select(i => (double)(n - i))];

    /// <summary>Losses of which some are equal: whole numbers from a range about as wide as the sample is long.</summary>
    public static double[] WithTies(SplitMix random, int n) =>
        [.. Enumerable.Range(0, n).Select(_ => (double)(random.Below(n + 3) - n / 2))];

    public static double[] Normal(SplitMix random, int n) => [.. Enumerable.Range(0, n).Select(_ => random.Normal())];
}
