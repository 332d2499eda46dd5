using GpuRisk.Domain.Market;
using GpuRisk.Domain.Settings;

namespace GpuRisk.Calibration.History;

/// <summary>
/// What looks wrong in a history though every cell is sound: each warning names factor, dates, what may be wrong and what is expected. The
/// whole history is read, whatever the lookback, and gaps too. Thresholds are wide: what fires may still be true, and is then
/// to be confirmed by whoever knows the market.
/// </summary>
public static class HistorySuspicions
{
    /// <summary>Factor by factor in the order of the history, then what only several factors together show.</summary>
    /// <param name="calendar">By which neighbouring days are told from gaps.</param>
    public static IReadOnlyList<string> Of(FactorHistory history, HistoryCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(history);
        List<string> warnings = [];
        FactorSeries[] all = [.. Enumerable.Range(0, history.Factors.Count).Select(factor => FactorSeries.Of(history, factor))];
        foreach (FactorSeries series in all)
        {
            warnings.AddRange(ConstantLevels.Of(series));
            warnings.AddRange(LevelBreaks.Of(series));
            warnings.AddRange(UnitMistakes.Of(series));
            warnings.AddRange(RepeatedLevels.Of(series));
            warnings.AddRange(IsolatedLevels.Of(series));
        }
        warnings.AddRange(ConstantLevels.Twins(all));
        warnings.AddRange(ShiftedSeries.Of(ObservedReturns.Of(history, calendar)));
        return warnings;
    }
}
