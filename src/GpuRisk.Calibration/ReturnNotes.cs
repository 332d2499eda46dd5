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
        if (days.Touching + days.Spanning > 0)
            notes.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"missing data: {days.Touching + days.Spanning} of {history.Dates.Count - 1} one-day returns left out for all factors: {days.Touching} touch a missing level, {days.Spanning} span a gap"));
        if (settings.Lookback > days.Usable.Count)
            notes.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"lookback: {settings.Lookback} one-day returns asked for, the history has {days.Usable.Count}"));
        notes.AddRange(YoungFactors.Notes(history, settings, days.Usable.Count));
        for (int factor = 0; factor < completed.Factors.Count; factor++)
        {
            if (completed.Rule(factor) is { } rule)
                notes.Add(Proxied(completed, factor, rule, kept));
            else if (settings.Proxies.Any(proxy => proxy.Factor == completed.Factors[factor]))
                notes.Add($"proxy: none is needed for {completed.Factors[factor]}, whose levels begin on the first day");
        }
        return notes;
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
