using System.Globalization;
using GpuRisk.Domain.Settings;

namespace GpuRisk.Calibration.Volatility;

/// <summary>What is said about the volatilities.</summary>
internal static class VolatilityNotes
{
    internal static IReadOnlyList<string> Of(Returns all, CalibrationSettings settings, VolatilityRule[] rules, FactorEstimate[] estimates)
    {
        List<string> notes = [$"volatility: {VolatilityRule.Sentence(settings.Volatility, settings.Lambda)}, zero mean"];
        foreach (VolatilityRule rule in rules.Where(rule => rule.Group is not null).DistinctBy(rule => rule.Group))
            notes.Add(OfGroup(rule, rules, all.Count));
        for (int factor = 0; factor < rules.Length; factor++)
        {
            if (estimates[factor].Failure is { } failure)
                notes.Add($"GARCH(1,1) of {all.Factors[factor]} failed: {failure}; {VolatilityRule.Sentence(VolatilityEstimator.Ewma, rules[factor].Lambda)}, in its place");
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
