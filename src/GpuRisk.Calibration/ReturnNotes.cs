using System.Globalization;
using GpuRisk.Domain.Market;
using GpuRisk.Domain.Settings;

namespace GpuRisk.Calibration;

/// <summary>What is said about the returns that were used.</summary>
internal static class ReturnNotes
{
    /// <param name="kept">History days on which the used returns end.</param>
    /// <param name="usable">Returns before the lookback cut.</param>
    internal static IReadOnlyList<string> Of(
        FactorHistory history, CalibrationSettings settings, int[] kept, int usable, int touching, int spanning)
    {
        List<string> notes = [Used(history, settings, kept)];
        if (touching + spanning > 0)
            notes.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"missing data: {touching + spanning} of {history.Dates.Count - 1} one-day returns left out for all factors: {touching} touch a missing level, {spanning} span a gap"));
        if (settings.Lookback > usable)
            notes.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"lookback: {settings.Lookback} one-day returns asked for, the history has {usable}"));
        return notes;
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
