namespace GpuRisk.Data.Venues.Deribit;

/// <summary>One price out of the many ticks that a snapshot holds.</summary>
internal readonly record struct Middle(double Value, double Spread)
{
    /// <summary>Median, and (largest - smallest) / median as the spread; NaN of nothing.</summary>
    public static Middle Of(IEnumerable<double> prices)
    {
        List<double> sorted = [.. prices.Order()];
        double median = Median(sorted);
        return new Middle(median, sorted.Count == 0 ? double.NaN : (sorted[^1] - sorted[0]) / median);
    }

    /// <param name="sorted">Ascending.</param>
    public static double Median(IReadOnlyList<double> sorted)
    {
        int n = sorted.Count;
        if (n == 0)
            return double.NaN;
        return n % 2 == 1 ? sorted[n / 2] : 0.5 * (sorted[n / 2 - 1] + sorted[n / 2]);
    }
}
