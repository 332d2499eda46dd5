using System.Globalization;
using GpuRisk.Domain.Input;
using GpuRisk.Domain.Market;
using GpuRisk.Domain.Scenarios;
using GpuRisk.Domain.Settings;

namespace GpuRisk.Calibration;

/// <summary>Among what a window of stress is searched.</summary>
/// <param name="Changes">Every change of the history over the horizon, oldest first; they overlap.</param>
/// <param name="Windows">Oldest first, each one return later than the one before.</param>
public sealed record StressWindowSet(ShockMatrix Changes, IReadOnlyList<ScenarioWindow> Windows);

/// <summary>
/// The windows of a history that a search can choose: as many consecutive usable one-day returns as <see cref="StressedSettings.Days"/> says. A day without
/// a usable return does not count, so a window with gaps spans more of the calendar. The whole history is searched, whatever the lookback. Changes over
/// several days belong to a window where all their days do.
/// </summary>
public static class StressWindows
{
    private const int LeastScenarios = 2;

    /// <exception cref="InvalidInputException">The history cannot be used, or is shorter than a window.</exception>
    public static StressWindowSet Of(FactorHistory history, CalibrationSettings settings, SimulationSettings simulation)
    {
        ArgumentNullException.ThrowIfNull(simulation);
        ArgumentNullException.ThrowIfNull(settings);
        Returns returns = Returns.Of(history, settings).Whole;
        int days = simulation.Stressed.Days;
        if (returns.Count < days)
            throw Problem(returns, $"{returns.Count} usable one-day returns; expected at least {days} to search a window of stress among, or fewer days of the window, or a named window");
        HistoricalChanges changes = HistoricalChanges.Of(returns, simulation with { Overlapping = true });
        ScenarioWindow[] windows = [.. Windows(returns, changes, days)];
        return windows.Length > 0
            ? new StressWindowSet(HistoricalScenarios.Matrix(returns, changes), windows)
            : throw Problem(returns, $"no window of {days} one-day returns has {LeastScenarios} changes over {changes.Span} consecutive days; expected more days of the window, or a shorter horizon");
    }

    private static IEnumerable<ScenarioWindow> Windows(Returns returns, HistoricalChanges changes, int days)
    {
        int first = 0, end = 0;
        for (int start = 0; start + days <= returns.Count; start++)
        {
            while (first < changes.Ends.Length && changes.Ends[first] - changes.Span + 1 < start)
                first++;
            while (end < changes.Ends.Length && changes.Ends[end] < start + days)
                end++;
            if (end - first >= LeastScenarios)
                yield return new ScenarioWindow(new HistoryWindow(returns.EndDates[start], returns.EndDates[start + days - 1]), first, end - first);
        }
    }

    private static InvalidInputException Problem(Returns returns, FormattableString text) =>
        new(new InputProblem(returns.Source, 1, 1, text.ToString(CultureInfo.InvariantCulture)));
}
