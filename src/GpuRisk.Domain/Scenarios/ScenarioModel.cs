using GpuRisk.Domain.Market;

namespace GpuRisk.Domain.Scenarios;

/// <summary>A joint law of the shocks over the horizon, calibrated or given, from which scenarios are drawn. No drift: over a margin period a mean cannot be told from zero.</summary>
public abstract class ScenarioModel
{
    /// <summary>In a result and in its files, such as <c>gaussian-ewma</c> or <c>filtered-historical-garch</c>.</summary>
    public required string Name { get; init; }

    /// <summary>In the order of the shocks.</summary>
    public virtual IReadOnlyList<FactorId> Factors { get; init; } = [];
}
