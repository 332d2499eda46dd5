using System.Globalization;
using GpuRisk.Domain.Input;
using GpuRisk.Domain.Market;
using GpuRisk.Domain.Settings;

namespace GpuRisk.Calibration.History;

/// <summary>The observed returns, and those by proxy where a factor's history has not begun: never inside it.</summary>
internal sealed class CompletedReturns
{
    /// <summary>R^2 below which a proxy is its residual: a correlation of less than 0.22.</summary>
    private const double LeastExplained = 0.05;

    private readonly ObservedReturns observed;
    private readonly double[] values;
    private readonly ProxyRule?[] rules;

    private CompletedReturns(ObservedReturns observed, IReadOnlyList<FactorId> factors, double[] values, ProxyRule?[] rules)
    {
        this.observed = observed;
        this.values = values;
        this.rules = rules;
        Factors = factors;
    }

    internal FactorHistory History => observed.History;

    /// <summary>The history's, then those that have no column and a proxy, in the order of the settings.</summary>
    internal IReadOnlyList<FactorId> Factors { get; }

    /// <summary>NaN where there is neither a return nor a proxy for it.</summary>
    internal double this[int day, int factor] => values[((long)day * Factors.Count) + factor];

    /// <summary>The factor's proxy, whether or not a day needs it; null where it has none or its history begins with the others'.</summary>
    internal ProxyRule? Rule(int factor) => rules[factor];

    /// <summary>What is wrong with proxies that were estimated.</summary>
    internal IEnumerable<string> Warnings =>
        from factor in Enumerable.Range(0, rules.Length)
        let explained = rules[factor]?.Explained
        where explained < LeastExplained
        select string.Create(
            CultureInfo.InvariantCulture,
            $"the proxy of {Factors[factor]} explains {explained:P0} of what it was estimated on, so that the factor moves nearly by itself and hedges what it should move with; expected a factor that it follows, or a beta that is given");

    /// <summary>True where a return that ends on <paramref name="day"/> can only be a proxy's.</summary>
    internal bool Precedes(int day, int factor) => factor >= observed.History.Factors.Count || day <= observed.Begin(factor);

    /// <exception cref="InvalidInputException">A proxy cannot be used.</exception>
    internal static CompletedReturns Of(ObservedReturns observed, IReadOnlyList<FactorProxy> proxies)
    {
        FactorHistory history = observed.History;
        IReadOnlyList<PlacedProxy> ordered = ProxyOrder.Of(history, proxies);
        FactorId[] factors = [.. history.Factors, .. proxies.Select(proxy => proxy.Factor).Where(factor => !history.Factors.Contains(factor))];
        double[] values = new double[(long)history.Dates.Count * factors.Length];
        CompletedReturns completed = new(observed, factors, values, new ProxyRule?[factors.Length]);
        for (int day = 0; day < history.Dates.Count; day++)
        {
            for (int factor = 0; factor < factors.Length; factor++)
                values[((long)day * factors.Length) + factor] = factor < history.Factors.Count ? observed[day, factor] : double.NaN;
        }
        foreach (PlacedProxy placed in ordered)
            completed.Fill(placed);
        return completed;
    }

    private void Fill(PlacedProxy placed)
    {
        FactorHistory history = observed.History;
        int factor = Place(placed.Proxy.Factor), of = Place(placed.Proxy.Of);
        if (factor < history.Factors.Count && observed.Begin(factor) == 0)
            return;
        ProxyRule rule = ProxyRule.Of(placed.Proxy, observed);
        rules[factor] = rule;
        for (int day = 1; day < history.Dates.Count && Precedes(day, factor); day++)
            values[((long)day * Factors.Count) + factor] = rule.Return(this[day, of], history.Dates[day], placed.Place);
    }

    private int Place(FactorId factor)
    {
        int place = 0;
        while (Factors[place] != factor)
            place++;
        return place;
    }
}
