using GpuRisk.Domain.Market;
using GpuRisk.Domain.Settings;

namespace GpuRisk.Calibration.History;

/// <summary>The days of a history on which every factor's return ends, and those that fell out.</summary>
/// <param name="Usable">Ascending.</param>
/// <param name="Touching">
/// Where a return is left out because a level is missing. Under <see cref="MissingRule.Reject"/> none: what then has no return is a factor that the
/// lookback does not need so early.
/// </param>
/// <param name="Spanning">Where one is left out because a gap lies between.</param>
internal sealed record ReturnDays(IReadOnlyList<int> Usable, IReadOnlyList<int> Touching, IReadOnlyList<int> Spanning)
{
    internal static ReturnDays Of(CompletedReturns completed, CalibrationSettings settings)
    {
        FactorHistory history = completed.History;
        List<int> usable = [], touching = [], spanning = [];
        for (int day = 1; day < history.Dates.Count; day++)
        {
            if (Touches(completed, day))
                touching.Add(day);
            else if (HistoryChecks.IsGap(history, day, settings.Calendar))
                spanning.Add(day);
            else
                usable.Add(day);
        }
        return new ReturnDays(usable, settings.Missing == MissingRule.Drop ? touching : [], spanning);
    }

    /// <summary>A level that a proxy stands in for is not missed.</summary>
    private static bool Touches(CompletedReturns completed, int day)
    {
        FactorHistory history = completed.History;
        for (int factor = 0; factor < history.Factors.Count; factor++)
        {
            bool missing = history.IsMissing(day - 1, factor) || history.IsMissing(day, factor);
            if (missing && !(completed.Precedes(day, factor) && completed.Rule(factor) is not null))
                return true;
        }
        return false;
    }
}
