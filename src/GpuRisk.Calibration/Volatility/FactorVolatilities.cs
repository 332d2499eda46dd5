using GpuRisk.Domain.Input;
using GpuRisk.Domain.Scenarios;
using GpuRisk.Domain.Settings;

namespace GpuRisk.Calibration.Volatility;

/// <summary>
/// One-day volatilities of a history's factors, each by its own rule: equal weights, EWMA or GARCH(1,1). Today's rests on the returns within
/// the rule's lookback, the path of former days on all; a floor is a part of the root mean square
/// of all that the history has of the factor, days on which others have no return included. A GARCH(1,1) fit that fails is
/// replaced by EWMA with the rule's lambda, which the rule's words and a note say.
/// </summary>
public static class FactorVolatilities
{
    /// <param name="all">Every usable return: a lookback of 0.</param>
    /// <exception cref="InvalidInputException">There is no return, or a volatility overflows.</exception>
    public static VolatilityCalibration Of(Returns all, CalibrationSettings settings)
    {
        ArgumentNullException.ThrowIfNull(all);
        ArgumentNullException.ThrowIfNull(settings);
        if (all.Count == 0)
            throw new InvalidInputException(new InputProblem(all.Source, 1, 1, "no one-day return; expected at least one"));
        VolatilityRule[] rules = [.. all.Factors.Select(factor => VolatilityRule.Of(factor, settings))];
        FactorEstimate[] estimates = new FactorEstimate[rules.Length];
        // Each factor by itself, so that threads cannot change a bit.
        Parallel.For(0, rules.Length, factor => estimates[factor] = FactorEstimate.Of(all.OfFactor(factor), all.Longest(factor), rules[factor]));
        ThrowUnlessFinite(all, estimates);
        FactorVolatility[] factors = [.. estimates.Select((estimate, factor) => WithDates(estimate, all))];
        return new VolatilityCalibration(factors, VolatilityNotes.Of(all, rules, estimates));
    }

    private static FactorVolatility WithDates(FactorEstimate estimate, Returns all) =>
        estimate.Volatility with { First = all.EndDates[all.Count - estimate.Volatility.Returns], Last = all.EndDates[^1] };

    private static void ThrowUnlessFinite(Returns all, FactorEstimate[] estimates)
    {
        List<InputProblem> problems = [];
        for (int factor = 0; factor < estimates.Length; factor++)
        {
            FactorVolatility volatility = estimates[factor].Volatility;
            if (!double.IsFinite(volatility.Today) || !volatility.Path.All(double.IsFinite))
                problems.Add(new InputProblem(
                    all.Source, 1, 1, $"the volatility of {all.Factors[factor]} is not finite; expected levels whose squared changes are"));
        }
        if (problems.Count > 0)
            throw new InvalidInputException(problems);
    }
}
