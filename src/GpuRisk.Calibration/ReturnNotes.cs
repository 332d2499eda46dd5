using System.Globalization;
using GpuRisk.Calibration.History;
using GpuRisk.Domain.Market;
using GpuRisk.Domain.Settings;

namespace GpuRisk.Calibration;

/// <summary>What is said about the returns that were used.</summary>
internal static class ReturnNotes
{
    /// <param name="completed">The returns before any is left out.</param>
    /// <param name="days">Those on which a return ends, before the lookback cut.</param>
    /// <param name="kept">Those on which the used returns end.</param>
    internal static IReadOnlyList<string> Of(CalibrationSettings settings, CompletedReturns completed, ReturnDays days, int[] kept)
    {
        FactorHistory history = completed.History;
        List<string> notes = [Used(history, settings, kept)];
        notes.AddRange(LeftOut(days.Touching.Count, days.Spanning.Count, history.Dates.Count - 1));
        if (settings.Lookback > days.Usable.Count)
            notes.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"lookback: {settings.Lookback} one-day returns asked for, the history has {days.Usable.Count}"));
        notes.AddRange(YoungFactors.Notes(history, settings, days.Usable.Count));
        notes.AddRange(Proxies(settings, completed, kept));
        return notes;
    }

    /// <summary>Of a window of the history, from <paramref name="first"/> to <paramref name="last"/>: no lookback shortens it.</summary>
    internal static IReadOnlyList<string> OfWindow(
        CalibrationSettings settings, CompletedReturns completed, ReturnDays days, int[] kept, DateOnly first, DateOnly last)
    {
        FactorHistory history = completed.History;
        bool Within(int day) => day > 0 && history.Dates[day] >= first && history.Dates[day] <= last;
        int all = Enumerable.Range(0, history.Dates.Count).Count(Within);
        return
        [
            Used(history, settings, kept), .. LeftOut(days.Touching.Count(Within), days.Spanning.Count(Within), all), .. Proxies(settings, completed, kept),
        ];
    }

    private static IEnumerable<string> LeftOut(int touching, int spanning, int all)
    {
        if (touching + spanning > 0)
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"missing data: {touching + spanning} of {all} one-day returns left out for all factors: {touching} touch a missing level, {spanning} span a gap");
    }

    private static IEnumerable<string> Proxies(CalibrationSettings settings, CompletedReturns completed, int[] kept)
    {
        for (int factor = 0; factor < completed.Factors.Count; factor++)
        {
            if (completed.Rule(factor) is { } rule)
                yield return Proxied(completed, factor, rule, kept);
            else if (settings.Proxies.Any(proxy => proxy.Factor == completed.Factors[factor]))
                yield return $"proxy: none is needed for {completed.Factors[factor]}, whose levels begin on the first day";
        }
    }

    private static string Proxied(CompletedReturns completed, int factor, ProxyRule rule, int[] kept)
    {
        int proxied = kept.Count(day => completed.Precedes(day, factor));
        return string.Create(
            CultureInfo.InvariantCulture, $"proxy: {proxied} of {kept.Length} one-day returns of {completed.Factors[factor]} are {rule.Words}");
    }

    private static string Used(FactorHistory history, CalibrationSettings settings, int[] kept)
    {
        string calendar = settings.Calendar == HistoryCalendar.Business ? "business" : "daily";
        string missing = settings.Missing == MissingRule.Drop ? "drop" : "reject";
        string range = kept.Length == 0
            ? "none"
            : $"{HistoryChecks.Iso(history.Dates[kept[0]])} to {HistoryChecks.Iso(history.Dates[kept[^1]])}";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"returns: {kept.Length} one-day returns, {range}, {calendar} calendar, missing rule {missing}");
    }
}
