using System.Globalization;
using GpuRisk.Domain.Market;

namespace GpuRisk.Calibration.History;

/// <summary>
/// Days filled forward: changes of exactly zero on most Saturdays and Sundays of a factor that moves on other days; for spot prices and volatilities
/// also on more than a tenth of all days, or on ten in a row. A factor that never moves is constant, not filled.
/// </summary>
internal static class RepeatedLevels
{
    private const double MostWeekEnds = 0.8;
    private const double MovingWeekDays = 0.5;
    private const int LeastWeekEndDays = 4;
    private const double TenthOfDays = 0.1;
    private const int LeastChanges = 20;
    private const int LongRun = 10;

    internal static IEnumerable<string> Of(FactorSeries series)
    {
        int[] changes = [.. Enumerable.Range(1, Math.Max(series.Levels.Length - 1, 0))];
        int[] weekEnds = [.. changes.Where(at => series.Dates[at].DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)];
        int[] weekDays = [.. changes.Except(weekEnds)];
        int[] idle = [.. weekEnds.Where(at => IsZero(series, at))];
        bool filled = weekEnds.Length >= LeastWeekEndDays && idle.Length >= MostWeekEnds * weekEnds.Length
            && weekDays.Count(at => IsZero(series, at)) < MovingWeekDays * weekDays.Length;
        if (filled)
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{series.Factor} does not move on {idle.Length} of {weekEnds.Length} Saturdays and Sundays, {series.Iso(idle[0])} to {series.Iso(idle[^1])}: are week-ends filled forward? Expected the days on which it traded alone, under the calendar \"business\"");
        if (series.Factor.IsLogarithmic && Repeated(series, filled ? weekDays : changes) is { } warning)
            yield return warning;
    }

    private static string? Repeated(FactorSeries series, int[] changes)
    {
        int[] zeros = [.. changes.Where(at => IsZero(series, at))];
        if (changes.Length < LeastChanges || zeros.Length == changes.Length)
            return null;
        (int first, int length) = LongestRun(series, changes);
        if (zeros.Length <= TenthOfDays * changes.Length && length < LongRun)
            return null;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{series.Factor} repeats its level on {zeros.Length} of {changes.Length} days, {series.Iso(zeros[0])} to {series.Iso(zeros[^1])}, {length} in a row from {series.Iso(first)}: are days filled forward, or prices rounded? Expected the days on which it traded alone, in full precision");
    }

    private static (int First, int Length) LongestRun(FactorSeries series, int[] changes)
    {
        int first = 0, longest = 0, run = 0;
        for (int k = 0; k < changes.Length; k++)
        {
            run = IsZero(series, changes[k]) ? run + 1 : 0;
            if (run > longest)
                (first, longest) = (changes[k - run + 1], run);
        }
        return (first, longest);
    }

    private static bool IsZero(FactorSeries series, int at) => series.Levels[at] == series.Levels[at - 1];
}
