using System.Globalization;
using GpuRisk.Data.Input;
using GpuRisk.Domain.Market;
using GpuRisk.Domain.Settings;

namespace GpuRisk.Data.Venues.Deribit;

/// <summary>Joins series on the days that all of them have. Days are matched by their label; no file says at which hour its day closes.</summary>
internal static class HistoryJoin
{
    /// <returns>Null where fewer than two days are common; gaps and that are on the list of problems.</returns>
    public static FactorHistory? Of(
        IReadOnlyList<HistorySeries> series, DateTimeOffset asOf, MissingRule missing, ProblemList problems, List<string> notes)
    {
        DateOnly last = DateOnly.FromDateTime(asOf.UtcDateTime);
        Dictionary<DateOnly, DailyLevel>[] byDay = [.. series.Select(s => s.Levels.Where(l => l.Date <= last).ToDictionary(l => l.Date))];
        DateOnly[] days = [.. byDay[0].Keys.Where(day => byDay.All(levels => levels.ContainsKey(day))).Order()];
        if (days.Length < 2)
        {
            problems.Of(series[0].File).Add(Invariant(
                $"{days.Length} days up to {last:yyyy-MM-dd} are common to the {series.Count} history files ({string.Join(", ", series.Select(Range))}); at least two are expected"));
            return null;
        }

        int lacking = CheckGaps(series, byDay, days, missing, problems);
        notes.Add(Invariant($"history: {days.Length} days from {days[0]:yyyy-MM-dd} to {days[^1]:yyyy-MM-dd}, common to {series.Count} files"));
        if (lacking > 0 && missing == MissingRule.Drop)
            notes.Add(Invariant($"history: {lacking} days within that range are lacking; returns that span them are dropped"));
        int cut = series.Sum(s => s.Levels.Count(l => l.Date > last));
        if (cut > 0)
            notes.Add(Invariant($"history: {cut} levels after {last:yyyy-MM-dd} are left out"));
        if (days[^1] < last)
            notes.Add(Invariant($"history: it ends {last.DayNumber - days[^1].DayNumber} days before the as-of date {last:yyyy-MM-dd}"));

        double[] levels = new double[(long)days.Length * series.Count];
        for (int t = 0; t < days.Length; t++)
        {
            for (int f = 0; f < series.Count; f++)
                levels[(long)t * series.Count + f] = byDay[f][days[t]].Value;
        }
        return new FactorHistory([.. series.Select(s => s.Factor)], days, levels);
    }

    /// <summary>Blames each gap on the files that lack its first day, at the line after it. Returns the number of days lacking.</summary>
    private static int CheckGaps(
        IReadOnlyList<HistorySeries> series, Dictionary<DateOnly, DailyLevel>[] byDay, DateOnly[] days, MissingRule missing, ProblemList problems)
    {
        int lacking = 0;
        for (int t = 1; t < days.Length; t++)
        {
            int gap = days[t].DayNumber - days[t - 1].DayNumber - 1;
            lacking += gap;
            if (gap == 0 || missing == MissingRule.Drop)
                continue;
            DateOnly absent = days[t - 1].AddDays(1);
            for (int f = 0; f < series.Count; f++)
            {
                if (byDay[f].ContainsKey(absent))
                    continue;
                DailyLevel next = byDay[f][days[t]];
                problems.Of(series[f].File).Add(next.At.Line, next.At.Column, Invariant(
                    $"{series[f].Factor} has no level on {absent:yyyy-MM-dd}, and the joined history lacks {gap} days before {days[t]:yyyy-MM-dd}; every day is expected, unless missing days are dropped"));
            }
        }
        return lacking;
    }

    private static string Range(HistorySeries series) => series.Levels.Count == 0
        ? $"{series.Factor}: none"
        : Invariant($"{series.Factor}: {series.Levels[0].Date:yyyy-MM-dd} to {series.Levels[^1].Date:yyyy-MM-dd}");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
