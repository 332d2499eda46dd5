using GpuRisk.Domain.Market;

namespace GpuRisk.Domain.Scenarios;

/// <summary>A model and the probability with which a scenario is drawn from it.</summary>
/// <param name="Weight">In (0, 1].</param>
public sealed record MixtureComponent(ScenarioModel Model, double Weight);

/// <summary>Each scenario is drawn from one of several models. Weights sum to 1; all models have the same factors in the same order, and none is given.</summary>
public sealed class MixtureModel : ScenarioModel
{
    public required IReadOnlyList<MixtureComponent> Components { get; init; }

    public override IReadOnlyList<FactorId> Factors => Components[0].Model.Factors;
}
