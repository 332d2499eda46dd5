using System.Globalization;
using GpuRisk.Domain.Input;
using GpuRisk.Domain.Scenarios;
using GpuRisk.Domain.Settings;

namespace GpuRisk.Calibration.Volatility;

public sealed record FactorVolatility
{
    public required double Today { get; init; }
    public required IReadOnlyList<double> Path { get; init; }
    public double Omega { get; init; }
    public double Alpha { get; init; }
    public double Beta { get; init; }
    public required string Rule { get; init; }
    public double? Floor { get; init; }
    public int Returns { get; init; }
    public DateOnly? First { get; init; }
    public DateOnly? Last { get; init; }
    public GarchParameters? Garch { get; init; }
}

public sealed record VolatilityCalibration(IReadOnlyList<FactorVolatility> Factors, IReadOnlyList<string> Notes);

public static class FactorVolatilities
{
    public static VolatilityCalibration Of(Returns all, CalibrationSettings settings)
    {
        double[] today = VolatilityEstimates.OverHorizon(all, settings, 1);
        List<FactorVolatility> factors = [];
        bool ewma = settings.Volatility == VolatilityEstimator.Ewma;
        for (int f = 0; f < today.Length; f++)
        {
            double[] column = all.OfFactor(f);
            int keep = settings.Lookback > 0 ? Math.Min(settings.Lookback, column.Length) : column.Length;
            column = column[^keep..];
            double[] path = new double[keep];
            double v = column[0] * column[0];
            for (int t = 0; t < keep; t++)
            {
                path[t] = ewma ? Math.Sqrt(v) : today[f];
                v = (settings.Lambda * v) + ((1 - settings.Lambda) * (column[t] * column[t]));
            }
            factors.Add(new FactorVolatility
            {
                Today = today[f], Path = path, Alpha = ewma ? 1 - settings.Lambda : 0, Beta = ewma ? settings.Lambda : 1,
                Rule = ewma ? string.Create(CultureInfo.InvariantCulture, $"EWMA {settings.Lambda}") : "equal weights",
                Returns = keep, First = all.EndDates[^keep], Last = all.EndDates[^1],
            });
        }
        string rule = ewma ? string.Create(CultureInfo.InvariantCulture, $"EWMA, lambda {settings.Lambda}") : "root mean square, equal weights";
        return new VolatilityCalibration(factors, [$"volatility: {rule}, zero mean"]);
    }
}
