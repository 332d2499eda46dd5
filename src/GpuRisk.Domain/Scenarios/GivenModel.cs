using GpuRisk.Domain.Market;

namespace GpuRisk.Domain.Scenarios;

/// <summary>The scenarios themselves, each once and in their order: changes of the history, or a file's.</summary>
public sealed class GivenModel : ScenarioModel
{
    public required ShockMatrix Shocks { get; init; }

    public override IReadOnlyList<FactorId> Factors => Shocks.Factors;
}
