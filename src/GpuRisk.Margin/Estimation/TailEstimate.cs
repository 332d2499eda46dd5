using GpuRisk.Domain.Measures;

namespace GpuRisk.Margin.Estimation;

/// <summary>One-off estimates.</summary>
public static class TailEstimate
{
    public static int Depth(VarEstimator estimator, Confidence confidence, int n) => new TailEstimator(estimator, confidence, n).Depth;

    public static RiskMeasure Of(VarEstimator estimator, Confidence confidence, ReadOnlySpan<double> worst, int n) => new TailEstimator(estimator, confidence, n).Of(worst);

    public static double[] Weights(VarEstimator estimator, Confidence confidence, ReadOnlySpan<double> worst, int n) =>
        new TailEstimator(estimator, confidence, n).Weights(worst).ToArray();
}
