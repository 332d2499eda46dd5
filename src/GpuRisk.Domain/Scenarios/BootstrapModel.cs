using GpuRisk.Domain.Market;

namespace GpuRisk.Domain.Scenarios;

/// <summary>
/// Days of the history drawn with replacement, all factors of a day together: shock_f = sum over steps h of sigma_{f,h} x_{d(h),f}, with d(h)
/// uniform over the days. Plain changes have volatility 1; filtered ones are changes over the volatility of their day (Barone-Adesi,
/// Giannopoulos and Vosper, 1999).
/// </summary>
public sealed class BootstrapModel : ScenarioModel
{
    public override required IReadOnlyList<FactorId> Factors { get; init; }

    /// <summary>x: day-major, day d, factor f at <c>d * Factors.Count + f</c>; all finite.</summary>
    public required ReadOnlyMemory<double> Innovations { get; init; }

    /// <summary>The day on which each change ends.</summary>
    public required IReadOnlyList<DateOnly> Dates { get; init; }

    /// <summary>sigma_{f,1}.</summary>
    public required IReadOnlyList<double> Volatilities { get; init; }

    /// <summary>Draws a scenario: 1 where a change spans the horizon whole, or its days.</summary>
    public int Steps { get; init; } = 1;

    /// <summary>How variances go on from step to step; null: they stay.</summary>
    public VarianceDynamics? Dynamics { get; init; }
}
