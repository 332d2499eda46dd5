using System.Globalization;
using GpuRisk.Domain.Input;
using GpuRisk.Domain.Market;
using GpuRisk.Domain.Settings;

namespace GpuRisk.Calibration.History;

/// <summary>What looks wrong in a history beside today's market: one that ended long ago, or levels that are of another asset or scale.</summary>
public static class MarketSuspicions
{
    /// <summary>A long week-end.</summary>
    private const int NewestDays = 5;

    private const double LargestRatio = 2;

    /// <exception cref="InvalidInputException">Something looks wrong under <see cref="SuspectRule.Reject"/>.</exception>
    public static IReadOnlyList<string> Of(FactorHistory history, MarketSnapshot market, SuspectRule rule)
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(market);
        List<string> warnings = [.. Age(history, market.AsOf), .. Spots(history, market)];
        if (rule == SuspectRule.Reject && warnings.Count > 0)
            throw new InvalidInputException([.. warnings.Select(warning => HistoryChecks.Problem(history, warning))]);
        return warnings;
    }

    private static IEnumerable<string> Age(FactorHistory history, DateTimeOffset asOf)
    {
        if (history.Dates.Count == 0)
            yield break;
        int days = DateOnly.FromDateTime(asOf.UtcDateTime).DayNumber - history.Dates[^1].DayNumber;
        if (days > NewestDays)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"the history ends on {HistoryChecks.Iso(history.Dates[^1])}, {days} days before the as-of instant: what the market did since is in no volatility; expected levels up to the day before");
        }
    }

    private static IEnumerable<string> Spots(FactorHistory history, MarketSnapshot market)
    {
        for (int factor = 0; factor < history.Factors.Count; factor++)
        {
            if (history.Factors[factor].Kind != FactorKind.Spot || !market.Spots.TryGetValue(history.Factors[factor].Name, out double spot))
                continue;
            FactorSeries series = FactorSeries.Of(history, factor);
            if (series.Levels.Length == 0)
                continue;
            double ratio = spot / series.Levels[^1];
            if (ratio > LargestRatio || ratio < 1 / LargestRatio)
            {
                yield return string.Create(
                    CultureInfo.InvariantCulture,
                    $"{series.Factor} ends at {series.Levels[^1]} on {series.Iso(series.Levels.Length - 1)} and stands at {spot} in today's market: are the levels those of another asset, or of another scale? Expected the history of what is priced");
            }
        }
    }
}
