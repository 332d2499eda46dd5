using GpuRisk.Domain.Scenarios;

namespace GpuRisk.Reports.Svg;

/// <summary>The correlations that a page shows: all, or those of the factors that depend most on others, in the model's order.</summary>
/// <param name="Values">Row-major, Names.Count squared.</param>
/// <param name="Factors">How many the model has.</param>
internal sealed record CorrelationMatrix(IReadOnlyList<string> Names, IReadOnlyList<double> Values, int Factors)
{
    /// <summary>More names would be too small to read.</summary>
    public const int Most = 40;

    public double this[int row, int column] => Values[row * Names.Count + column];

    /// <returns>Null where there is no matrix, or one factor alone.</returns>
    public static CorrelationMatrix? Of(CalibrationReport calibration)
    {
        int factors = calibration.Factors.Count;
        if (factors < 2 || calibration.Correlation.Count != factors * factors)
            return null;
        int[] shown = Strongest(calibration.Correlation, factors);
        return new CorrelationMatrix(
            [.. shown.Select(factor => calibration.Factors[factor].Factor.ToString())],
            [.. shown.SelectMany(row => shown.Select(column => calibration.Correlation[row * factors + column]))], factors);
    }

    /// <summary>Those whose strongest correlation with another factor is largest.</summary>
    private static int[] Strongest(IReadOnlyList<double> correlation, int factors)
    {
        if (factors <= Most)
            return [.. Enumerable.Range(0, factors)];
        var strength = new double[factors];
        for (int row = 0; row < factors; row++)
        {
            for (int column = 0; column < factors; column++)
            {
                if (row != column)
                    strength[row] = Math.Max(strength[row], Math.Abs(correlation[row * factors + column]));
            }
        }
        return [.. Enumerable.Range(0, factors).OrderByDescending(factor => strength[factor]).ThenBy(factor => factor).Take(Most).Order()];
    }
}
