using System.Globalization;
using GpuRisk.Calibration.Volatility;
using GpuRisk.Domain.Input;
using GpuRisk.Domain.Settings;

namespace GpuRisk.Calibration;

/// <summary>
/// Standard deviation of each factor's shock over the horizon: the one-day volatility, mean taken as zero, times
/// sqrt(horizonDays). A factor whose level never moved has volatility 0.
/// </summary>
public static class VolatilityEstimates
{
    /// <summary>One volatility a factor, in the order of the returns' factors.</summary>
    /// <exception cref="InvalidInputException">A volatility overflows, or there is no return.</exception>
    public static double[] OverHorizon(Returns returns, CalibrationSettings settings, int horizonDays)
    {
        ArgumentNullException.ThrowIfNull(returns);
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentOutOfRangeException.ThrowIfLessThan(horizonDays, 1);
        if (returns.Count == 0)
            throw new InvalidInputException(new InputProblem(returns.Source, 1, 1, "no one-day return; expected at least one"));
        double scale = Math.Sqrt(horizonDays);
        double[] volatilities = new double[returns.Factors.Count];
        List<InputProblem> problems = [];
        for (int factor = 0; factor < volatilities.Length; factor++)
        {
            double[] column = returns.OfFactor(factor);
            double oneDay = settings.Volatility == VolatilityEstimator.Ewma ? Math.Sqrt(EwmaVariance.Of(column, settings.Lambda)) : RootMeanSquare.Of(column);
            volatilities[factor] = oneDay * scale;
            if (!double.IsFinite(volatilities[factor]))
                problems.Add(new InputProblem(
                    returns.Source, 1, 1, $"the volatility of {returns.Factors[factor]} is not finite; expected levels whose squared changes are"));
        }
        if (problems.Count > 0)
            throw new InvalidInputException(problems);
        return volatilities;
    }

    /// <summary>Which rule the volatilities follow, for the run's notes.</summary>
    internal static string Note(CalibrationSettings settings, int horizonDays)
    {
        string rule = VolatilityRule.Sentence(settings.Volatility, settings.Lambda);
        return string.Create(CultureInfo.InvariantCulture, $"volatility: {rule}, zero mean, {horizonDays}-day horizon by square root of time");
    }
}
