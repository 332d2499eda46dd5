using GpuRisk.Domain.Market;

namespace GpuRisk.Domain.Settings;

/// <summary>Factors whose volatilities have rules of their own. What is null is as for the rest.</summary>
public sealed record FactorGroup
{
    public required string Name { get; init; }

    /// <summary>Factors by name, <c>spot:BTC</c>, or all of a kind, <c>vol:*</c>.</summary>
    public required IReadOnlyList<string> Factors { get; init; }

    public VolatilityEstimator? Volatility { get; init; }

    public double? Lambda { get; init; }

    public int? Lookback { get; init; }

    public double? VolatilityFloor { get; init; }

    public bool Contains(FactorId factor) => FactorPattern.MatchesAny(Factors, factor);
}

/// <summary>A factor's name, or <c>kind:*</c>.</summary>
public static class FactorPattern
{
    public static bool MatchesAny(IReadOnlyList<string> patterns, FactorId factor)
    {
        ArgumentNullException.ThrowIfNull(patterns);
        string name = factor.ToString(), kind = name[..(name.IndexOf(':', StringComparison.Ordinal) + 1)];
        return patterns.Any(pattern => pattern == name || pattern == kind + "*");
    }
}
