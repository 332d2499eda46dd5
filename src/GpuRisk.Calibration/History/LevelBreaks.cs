namespace GpuRisk.Calibration.History;

/// <summary>
/// Spot prices and volatilities that change tenfold or more from one observation to the next, also over a gap: another asset under the same
/// name, a redenomination, or, for a volatility that changes about a hundredfold, percent among fractions.
/// </summary>
internal static class LevelBreaks
{
    private const double Tenfold = 10;

    internal static IEnumerable<string> Of(FactorSeries series)
    {
        if (!series.Factor.IsLogarithmic)
            yield break;
        int[] breaks = [.. Enumerable.Range(1, Math.Max(series.Levels.Length - 1, 0)).Where(at => IsBreak(series.Levels[at - 1], series.Levels[at]))];
        int[] units = [.. breaks.Where(at => UnitMistakes.IsBetweenUnits(series.Factor, series.Levels[at - 1], series.Levels[at]))];
        int[] others = [.. breaks.Except(units)];
        if (others.Length > 0)
            yield return $"{series.Factor} changes tenfold or more between neighbouring levels: {series.Steps(others)}; expected one asset in one unit: is it another asset under the same name, or a redenomination?";
        if (units.Length > 0)
            yield return UnitMistakes.Sentence(series, units);
    }

    private static bool IsBreak(double before, double after) =>
        before > 0 && after > 0 && (after >= Tenfold * before || before >= Tenfold * after);
}
