using System.Globalization;
using GpuRisk.Domain.Input;
using GpuRisk.Domain.Market;
using GpuRisk.Domain.Settings;

namespace GpuRisk.Calibration.History;

/// <summary>Factors whose levels begin after the first day of the history, and that no proxy carries until then.</summary>
internal static class YoungFactors
{
    /// <summary>
    /// A factor without any level always is; one that begins late under <see cref="MissingRule.Reject"/>, unless the lookback asks for no return
    /// before its first.
    /// </summary>
    internal static IEnumerable<InputProblem> Problems(FactorHistory history, CalibrationSettings settings)
    {
        for (int factor = 0; factor < history.Factors.Count; factor++)
        {
            int begin = Begin(history, factor);
            if (begin == 0 || HasProxy(history.Factors[factor], settings))
                continue;
            int available = history.Dates.Count - 1 - begin;
            if (available < 0)
                yield return HistoryChecks.Problem(history, $"{history.Factors[factor]} has no level on any day; expected levels, or a proxy of it in the calibration settings");
            else if (settings.Missing == MissingRule.Reject && (settings.Lookback == 0 || available < settings.Lookback))
                yield return HistoryChecks.Problem(history, Sentence(history, factor, begin, available));
        }
    }

    /// <summary>How each of them shortens the sample, or that it does not.</summary>
    /// <param name="usable">Returns before the lookback cut.</param>
    internal static IEnumerable<string> Notes(FactorHistory history, CalibrationSettings settings, int usable)
    {
        bool covered = settings.Lookback > 0 && usable >= settings.Lookback;
        for (int factor = 0; factor < history.Factors.Count; factor++)
        {
            int begin = Begin(history, factor);
            if (begin == 0 || HasProxy(history.Factors[factor], settings))
                continue;
            string start = $"{history.Factors[factor]} begins on {HistoryChecks.Iso(history.Dates[begin])}";
            yield return covered
                ? string.Create(CultureInfo.InvariantCulture, $"young factor: {start}, before the {settings.Lookback} one-day returns of the lookback")
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"young factor: {start} and shortens the sample: {begin} of {history.Dates.Count - 1} one-day returns precede its first; a proxy of it would keep them");
        }
    }

    private static string Sentence(FactorHistory history, int factor, int begin, int available)
    {
        string lookback = available > 0
            ? string.Create(CultureInfo.InvariantCulture, $"a lookback of at most {available} one-day returns, ")
            : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{history.Factors[factor]} begins on {HistoryChecks.Iso(history.Dates[begin])}, so that {begin} of {history.Dates.Count - 1} one-day returns precede its first; expected a proxy of it in the calibration settings, {lookback}or the missing rule \"drop\"");
    }

    private static bool HasProxy(FactorId factor, CalibrationSettings settings) => settings.Proxies.Any(proxy => proxy.Factor == factor);

    /// <summary>The day of the factor's first level; the number of days where it has none.</summary>
    internal static int Begin(FactorHistory history, int factor)
    {
        int day = 0;
        while (day < history.Dates.Count && history.IsMissing(day, factor))
            day++;
        return day;
    }
}
