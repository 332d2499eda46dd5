using System.Globalization;

namespace GpuRisk.Calibration.History;

/// <summary>
/// A spot price or volatility of one day that lies far from those of the days on either side, which lie near each other: a misprint. Far is 20 robust
/// standard deviations of a change (1.4826 times the median of the absolute changes other than zero), near is a fifth of that move. A crash that
/// stays, such as bitcoin's of 12 March 2020, is none.
/// </summary>
internal static class IsolatedLevels
{
    private const double Far = 20;
    private const double Near = 0.2;
    private const int LeastChanges = 60;

    internal static IEnumerable<string> Of(FactorSeries series)
    {
        if (!series.Factor.IsLogarithmic || series.Levels.Length <= LeastChanges || !Array.TrueForAll(series.Levels, level => level > 0))
            yield break;
        double[] changes = [.. Enumerable.Range(1, series.Levels.Length - 1).Select(series.Change)];
        double deviation = FactorSeries.DeviationPerMedian * FactorSeries.Median(changes.Where(change => change != 0).Select(Math.Abs));
        for (int at = 1; at + 1 < series.Levels.Length; at++)
        {
            double there = changes[at - 1], back = changes[at];
            if (deviation > 0 && Math.Abs(there) >= Far * deviation && Math.Abs(there + back) <= Near * Math.Abs(there))
                yield return string.Create(
                    CultureInfo.InvariantCulture,
                    $"{series.Factor} is {series.Levels[at]} on {series.Iso(at)}, between {series.Levels[at - 1]} the day before and {series.Levels[at + 1]} the day after, a move of {Math.Abs(there) / deviation:F0} robust standard deviations and back: is it a misprint? Expected the level of that day");
        }
    }
}
