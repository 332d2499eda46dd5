using System.Globalization;
using GpuRisk.Domain.Market;

namespace GpuRisk.Calibration.History;

/// <summary>A spot price that never moves, or two factors that are the same number every day: a peg, or levels that are not the factor's own.</summary>
internal static class ConstantLevels
{
    private const int LeastLevels = 20;

    internal static IEnumerable<string> Of(FactorSeries series)
    {
        if (series.Factor.Kind == FactorKind.Spot && series.Levels.Length >= LeastLevels && series.Levels.All(level => level == series.Levels[0]))
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{series.Factor} stands at {series.Levels[0]} from {series.Iso(0)} to {series.Iso(series.Levels.Length - 1)}, so that its risk is nil: is it pegged, or are its levels not kept? Expected prices that were paid");
        }
    }

    /// <summary>Pairs of one kind that have the same level on every day on which both have one.</summary>
    internal static IEnumerable<string> Twins(FactorSeries[] all)
    {
        for (int a = 0; a < all.Length; a++)
        {
            for (int b = a + 1; b < all.Length; b++)
            {
                if (all[a].Factor.Kind == all[b].Factor.Kind && all[a].Levels.Length >= LeastLevels && all[a].Levels.Distinct().Skip(1).Any()
                    && all[a].Levels.AsSpan().SequenceEqual(all[b].Levels) && all[a].Dates.AsSpan().SequenceEqual(all[b].Dates))
                {
                    yield return $"{all[a].Factor} and {all[b].Factor} have the same level on all {all[a].Levels.Length} days, {all[a].Iso(0)} to {all[a].Iso(all[a].Levels.Length - 1)}: is one column a copy of the other? Expected levels of its own for each factor";
                }
            }
        }
    }
}
