using System.Globalization;
using GpuRisk.Domain.Market;
using GpuRisk.Domain.Settings;

namespace GpuRisk.Calibration.Volatility;

/// <summary>How the volatility of a factor is estimated: the rule of its group, and of the settings where the group says nothing.</summary>
/// <param name="Lookback">The newest returns used; 0: all.</param>
/// <param name="Floor">Part of the root mean square of all returns; 0: no floor.</param>
/// <param name="Group">Null: the factor belongs to none.</param>
internal sealed record VolatilityRule(VolatilityEstimator Estimator, double Lambda, int Lookback, double Floor, FactorGroup? Group)
{
    internal static VolatilityRule Of(FactorId factor, CalibrationSettings settings)
    {
        FactorGroup? group = settings.Groups.FirstOrDefault(candidate => candidate.Contains(factor));
        return new VolatilityRule(
            group?.Volatility ?? settings.Volatility,
            group?.Lambda ?? settings.Lambda,
            group?.Lookback ?? settings.Lookback,
            group?.VolatilityFloor ?? settings.VolatilityFloor,
            group);
    }

    /// <summary>For a table: <c>EWMA 0.97</c>.</summary>
    internal string Short => Estimator switch
    {
        VolatilityEstimator.Ewma => Ewma(Lambda),
        VolatilityEstimator.Garch => "GARCH(1,1)",
        _ => "equal weights",
    };

    /// <summary>For a sentence: <c>EWMA, lambda 0.97</c>.</summary>
    internal string Long => Sentence(Estimator, Lambda);

    internal static string Ewma(double lambda) => string.Create(CultureInfo.InvariantCulture, $"EWMA {lambda}");

    internal static string Sentence(VolatilityEstimator estimator, double lambda) => estimator switch
    {
        VolatilityEstimator.Ewma => string.Create(CultureInfo.InvariantCulture, $"EWMA, lambda {lambda}"),
        VolatilityEstimator.Garch => "GARCH(1,1), Gaussian maximum likelihood",
        _ => "root mean square, equal weights",
    };
}
