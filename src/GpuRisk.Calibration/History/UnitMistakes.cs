using System.Globalization;
using GpuRisk.Domain.Market;

namespace GpuRisk.Calibration.History;

/// <summary>
/// Percent where fractions are expected. A volatility, basis or rate that changes about a hundredfold between neighbouring levels; a basis or rate
/// whose levels are 100 % and more throughout. A volatility in percent throughout is no mistake: its returns are logarithmic.
/// </summary>
internal static class UnitMistakes
{
    /// <summary>A hundredfold change and the factor's own move on the same day: within a factor of two.</summary>
    private const double LeastRatio = 50, LargestRatio = 200;

    /// <summary>A basis or rate may lie near zero, from where any step is a hundredfold; as fractions, levels beyond 50 % are rare.</summary>
    private const double LeastPercentLevel = 0.5;

    /// <summary>100 %: the median of no market's rates, but a common one of percentages.</summary>
    private const double LeastMedianLevel = 1;

    private const int LeastLevels = 20;

    internal static IEnumerable<string> Of(FactorSeries series)
    {
        if (series.Factor.IsLogarithmic)
            yield break;
        int[] steps = [.. Enumerable.Range(1, Math.Max(series.Levels.Length - 1, 0))
            .Where(at => IsBetweenUnits(series.Factor, series.Levels[at - 1], series.Levels[at]))];
        if (steps.Length > 0)
            yield return Sentence(series, steps);
        double median = FactorSeries.Median(series.Levels.Select(Math.Abs));
        if (series.Levels.Length >= LeastLevels && median >= LeastMedianLevel)
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{series.Factor} has levels of {median:G4} in the median, {series.Iso(0)} to {series.Iso(series.Levels.Length - 1)}: {100 * median:G4} % if they are fractions; expected fractions a year: are these percent?");
    }

    internal static bool IsBetweenUnits(FactorId factor, double before, double after)
    {
        double large = Math.Max(Math.Abs(before), Math.Abs(after)), small = Math.Min(Math.Abs(before), Math.Abs(after));
        return factor.Kind != FactorKind.Spot && large >= LeastPercentLevel && large >= LeastRatio * small && large <= LargestRatio * small;
    }

    internal static string Sentence(FactorSeries series, int[] steps) =>
        $"{series.Factor} changes about a hundredfold between neighbouring levels: {series.Steps(steps)}; expected one unit, fractions: are some of them percent?";
}
