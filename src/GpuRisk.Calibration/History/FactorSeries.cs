using System.Globalization;
using GpuRisk.Domain.Market;
using GpuRisk.Kernels;

namespace GpuRisk.Calibration.History;

/// <summary>The levels that a factor has, oldest first, without the days on which it has none.</summary>
internal sealed record FactorSeries(FactorId Factor, DateOnly[] Dates, double[] Levels)
{
    /// <summary>A normal law's standard deviation is this multiple of the median of its absolute values.</summary>
    internal const double DeviationPerMedian = 1.4826;

    private const int Shown = 3;

    internal static FactorSeries Of(FactorHistory history, int factor)
    {
        int[] days = [.. Enumerable.Range(0, history.Dates.Count).Where(day => !history.IsMissing(day, factor))];
        return new FactorSeries(
            history.Factors[factor],
            [.. days.Select(day => history.Dates[day])],
            [.. days.Select(day => history.Level(day, factor))]);
    }

    /// <summary>From observation <paramref name="at"/> - 1 to <paramref name="at"/>, gap or not: logarithmic for spot and volatility.</summary>
    internal double Change(int at) => Factor.IsLogarithmic ? ScalarMath.Log(Levels[at] / Levels[at - 1]) : Levels[at] - Levels[at - 1];

    internal string Iso(int at) => HistoryChecks.Iso(Dates[at]);

    /// <summary><c>0.5 on 2024-01-01 and 50 on 2024-01-02</c>, and how long the gap is where there is one.</summary>
    internal string Step(int at)
    {
        int days = Dates[at].DayNumber - Dates[at - 1].DayNumber;
        string gap = days == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $", {days} days later");
        return string.Create(CultureInfo.InvariantCulture, $"{Levels[at - 1]} on {Iso(at - 1)} and {Levels[at]} on {Iso(at)}{gap}");
    }

    /// <summary>The first steps of a list, and how many more there are.</summary>
    internal string Steps(IReadOnlyList<int> at)
    {
        string first = string.Join("; ", at.Take(Shown).Select(Step));
        return at.Count <= Shown ? first : string.Create(CultureInfo.InvariantCulture, $"{first}; and {at.Count - Shown} more up to {Iso(at[^1])}");
    }

    /// <summary>The middle of the sorted values, the lower of two; 0 of none.</summary>
    internal static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length == 0 ? 0 : sorted[(sorted.Length - 1) / 2];
    }
}
