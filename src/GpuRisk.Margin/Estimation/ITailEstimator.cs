using GpuRisk.Domain.Measures;

namespace GpuRisk.Margin.Estimation;

/// <summary>VaR, ES and their errors at one confidence level, from the worst losses of a sample and the scenarios that they came from.</summary>
public interface ITailEstimator
{
    /// <summary>How many of the worst losses the estimate takes, its interval included.</summary>
    int Depth { get; }

    /// <param name="worst">Losses, worst first, <see cref="Depth"/> of them at least.</param>
    /// <param name="scenarios">The scenario of each.</param>
    RiskMeasure Of(ReadOnlySpan<double> worst, ReadOnlySpan<int> scenarios);

    /// <summary>What each of the worst losses counts in ES: ES = sum of weight x loss.</summary>
    ReadOnlySpan<double> Weights(ReadOnlySpan<double> worst, ReadOnlySpan<int> scenarios);
}
