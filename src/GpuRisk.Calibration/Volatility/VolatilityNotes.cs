using System.Globalization;
using GpuRisk.Domain.Settings;

namespace GpuRisk.Calibration.Volatility;

/// <summary>What is said about the volatilities beyond the rule that holds for most.</summary>
internal static class VolatilityNotes
{
    /// <summary>A day's return with more of the weight than this makes the volatility a matter of chance.</summary>
    private const double LargestWeightOfFirst = 0.1;

    internal static IReadOnlyList<string> Of(Returns all, VolatilityRule[] rules, FactorEstimate[] estimates)
    {
        List<string> notes = [];
        foreach (VolatilityRule rule in rules.Where(rule => rule.Group is not null).DistinctBy(rule => rule.Group))
            notes.Add(OfGroup(rule, rules, all.Count));
        foreach (IGrouping<(string, double), int> failed in Enumerable.Range(0, rules.Length)
            .Where(factor => estimates[factor].Failure is not null).GroupBy(factor => (estimates[factor].Failure!, rules[factor].Lambda)))
        {
            (string failure, double lambda) = failed.Key;
            notes.Add($"GARCH(1,1) of {Names(all, failed)} failed: {failure}; {VolatilityRule.Sentence(VolatilityEstimator.Ewma, lambda)}, in its place");
        }
        foreach (IGrouping<(double, int), int> started in Enumerable.Range(0, rules.Length)
            .Where(factor => WeightOfFirst(estimates[factor].Volatility) > LargestWeightOfFirst)
            .GroupBy(factor => (estimates[factor].Volatility.Beta, estimates[factor].Volatility.Returns)))
        {
            (double lambda, int returns) = started.Key;
            double weight = WeightOfFirst(estimates[started.First()].Volatility);
            notes.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"EWMA, lambda {lambda}, of {Names(all, started)}: the first of {returns} returns, which starts the average, has {100 * weight:F0} % of the weight; more returns or a smaller lambda would have it fade"));
        }
        List<string> raised = [];
        for (int factor = 0; factor < rules.Length; factor++)
        {
            if (estimates[factor].BelowFloor is { } below)
                raised.Add(string.Create(CultureInfo.InvariantCulture, $"{all.Factors[factor]} from {below:G4} to {estimates[factor].Volatility.Today:G4}"));
        }
        if (raised.Count > 0)
            notes.Add($"volatility floor: one-day volatility raised to the stated part of the root mean square of all returns: {string.Join(", ", raised)}");
        return notes;
    }

    private static string Names(Returns all, IEnumerable<int> factors) => string.Join(", ", factors.Select(factor => all.Factors[factor]));

    /// <summary>lambda^(n - 1) of EWMA over n returns, which the square of the first starts; 0 of other rules.</summary>
    private static double WeightOfFirst(FactorVolatility volatility)
    {
        if (volatility.Garch is not null || !(volatility.Alpha > 0))
            return 0;
        double weight = 1;
        for (int t = 1; t < volatility.Returns && weight > LargestWeightOfFirst; t++)
            weight *= volatility.Beta;
        return weight;
    }

    private static string OfGroup(VolatilityRule rule, VolatilityRule[] rules, int returns)
    {
        int members = rules.Count(other => ReferenceEquals(other.Group, rule.Group));
        string lookback = rule.Lookback > returns
            ? string.Create(CultureInfo.InvariantCulture, $"{rule.Lookback} returns asked for, the history has {returns}")
            : string.Create(CultureInfo.InvariantCulture, $"newest {(rule.Lookback > 0 ? rule.Lookback : returns)} returns");
        string floor = rule.Floor > 0 ? string.Create(CultureInfo.InvariantCulture, $", floor {rule.Floor} x root mean square of all") : "";
        return string.Create(CultureInfo.InvariantCulture, $"volatility of group {rule.Group!.Name} ({members} {(members == 1 ? "factor" : "factors")}): {rule.Long}, {lookback}{floor}");
    }
}
