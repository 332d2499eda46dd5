using GpuRisk.Domain.Measures;

namespace GpuRisk.Domain.Settings;

/// <summary>How the tail becomes margin.</summary>
public sealed record MarginSettings
{
    /// <summary>Confidence of the ES that is the base margin.</summary>
    public Confidence Confidence { get; init; } = new(0.99m);

    /// <summary>Further levels that are reported.</summary>
    public IReadOnlyList<Confidence> Report { get; init; } = [new(0.975m), new(0.99m)];

    public VarEstimator Estimator { get; init; } = VarEstimator.LowerQuantile;

    /// <summary>Multiple of the standard error added as model risk.</summary>
    public double ModelRiskMultiple { get; init; } = 1.64;
}
