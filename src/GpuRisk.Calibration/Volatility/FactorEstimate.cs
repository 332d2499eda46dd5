using System.Globalization;
using GpuRisk.Domain.Scenarios;
using GpuRisk.Domain.Settings;

namespace GpuRisk.Calibration.Volatility;

/// <summary>The volatility of one factor, and what its note needs.</summary>
/// <param name="Failure">Why its GARCH(1,1) fit failed; null where it did not, or there was none.</param>
/// <param name="BelowFloor">The volatility that a floor replaced; null where none did.</param>
internal sealed record FactorEstimate(FactorVolatility Volatility, string? Failure, double? BelowFloor)
{
    /// <param name="returns">The factor's returns on all usable days, oldest first.</param>
    /// <param name="longest">Its returns on all days, on which a floor rests.</param>
    internal static FactorEstimate Of(double[] returns, double[] longest, VolatilityRule rule)
    {
        int used = rule.Lookback > 0 ? Math.Min(rule.Lookback, returns.Length) : returns.Length;
        (FactorVolatility volatility, string? failure) = rule.Estimator switch
        {
            VolatilityEstimator.Garch => Garch(returns, used, rule),
            VolatilityEstimator.Ewma => (Ewma(returns, used, rule.Lambda, rule.Short), null),
            _ => (Equal(returns, used, rule.Short), null),
        };
        if (!(rule.Floor > 0))
            return new FactorEstimate(volatility, failure, null);
        double floor = rule.Floor * RootMeanSquare.Of(longest);
        if (!(volatility.Today < floor))
            return new FactorEstimate(volatility with { Floor = floor }, failure, null);
        string words = string.Create(CultureInfo.InvariantCulture, $"{volatility.Rule}, raised to the floor of {rule.Floor} x the root mean square of all returns");
        return new FactorEstimate(volatility with { Floor = floor, Today = floor, Rule = words }, failure, volatility.Today);
    }

    private static FactorVolatility Equal(double[] returns, int used, string words)
    {
        double today = RootMeanSquare.Of(returns.AsSpan(returns.Length - used));
        double[] path = new double[returns.Length];
        Array.Fill(path, today);
        return new FactorVolatility { Today = today, Path = path, Omega = 0, Alpha = 0, Beta = 1, Rule = words, Returns = used };
    }

    private static FactorVolatility Ewma(double[] returns, int used, double lambda, string words) => new()
    {
        Today = Math.Sqrt(EwmaVariance.Of(returns.AsSpan(returns.Length - used), lambda)),
        Path = EwmaVariance.Path(returns, lambda),
        Omega = 0,
        Alpha = 1 - lambda,
        Beta = lambda,
        Rule = words,
        Returns = used,
    };

    private static (FactorVolatility Volatility, string? Failure) Garch(double[] returns, int used, VolatilityRule rule)
    {
        ReadOnlySpan<double> window = returns.AsSpan(returns.Length - used);
        GarchFit fit = GarchFit.Fit(window, withMean: false);
        if (fit.Parameters is not { } garch)
            return (Ewma(returns, used, rule.Lambda, $"{VolatilityRule.Ewma(rule.Lambda)} (GARCH(1,1) failed: {fit.Failure})"), fit.Failure);
        return (new FactorVolatility
        {
            Today = GarchVariance.Path(window, garch, fit.StartVariance).Next,
            Path = GarchVariance.Path(returns, garch, fit.StartVariance).Volatilities,
            Omega = garch.Omega,
            Alpha = garch.Alpha,
            Beta = garch.Beta,
            Rule = rule.Short,
            Returns = used,
            Garch = garch,
        }, null);
    }
}
