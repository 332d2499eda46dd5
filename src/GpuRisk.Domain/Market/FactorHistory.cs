namespace GpuRisk.Domain.Market;

/// <summary>Levels of every factor on every observed day, oldest first. NaN marks a missing level, never a number.</summary>
public sealed class FactorHistory
{
    private readonly double[] levels;

    /// <param name="levels">Day-major: day t, factor f at <c>t * factors.Count + f</c>.</param>
    /// <param name="source">The file it was read from, for messages.</param>
    public FactorHistory(IReadOnlyList<FactorId> factors, IReadOnlyList<DateOnly> dates, double[] levels, string source = "history.csv")
    {
        ArgumentNullException.ThrowIfNull(factors);
        ArgumentNullException.ThrowIfNull(dates);
        ArgumentNullException.ThrowIfNull(levels);
        if (levels.LongLength != (long)factors.Count * dates.Count)
            throw new ArgumentException($"{levels.Length} levels do not fill {dates.Count} days of {factors.Count} factors.", nameof(levels));
        Factors = factors;
        Dates = dates;
        this.levels = levels;
        Source = source;
    }

    public IReadOnlyList<FactorId> Factors { get; }

    public IReadOnlyList<DateOnly> Dates { get; }

    public string Source { get; }

    public double Level(int day, int factor) => levels[day * Factors.Count + factor];

    public bool IsMissing(int day, int factor) => double.IsNaN(Level(day, factor));
}
