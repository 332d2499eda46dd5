using GpuRisk.Domain.Measures;
using GpuRisk.Kernels;
using GpuRisk.Margin.Estimation;

namespace GpuRisk.Margin.Tests;

/// <summary>The Monte Carlo error of a unit normal sample, which is known in closed form; here without the noise of a sample.</summary>
public sealed class StandardErrorTests
{
    private const int Size = 1_000_000;

    /// <summary>Source: asymptotic variance of the two estimators for the standard normal, sqrt(n) x standard error.</summary>
    [Theory]
    [InlineData(0.99, 3.73324, 4.58836)]
    [InlineData(0.975, 2.67131, 3.19925)]
    public void An_evenly_spaced_normal_sample_has_the_closed_form_errors(double confidence, double varError, double esError)
    {
        var c = new Confidence((decimal)confidence);
        int depth = new TailEstimator(VarEstimator.LowerQuantile, c, Size).Depth;
        double[] worst = [.. Enumerable.Range(0, depth).Select(i => -ScalarMath.NormalQuantile((i + 0.5) / Size))];
        RiskMeasure m = new TailEstimator(VarEstimator.LowerQuantile, c, Size).Of(worst);
        Assert.Equal(esError, m.EsError * Math.Sqrt(Size), Tolerance.EvenSampleError);
        // A two-sided interval of 95 % spans 2 x 1.96 standard errors.
        Assert.Equal(varError, (m.VarHigh - m.VarLow) / (2 * 1.959963984540054) * Math.Sqrt(Size), Tolerance.IntervalRounding);
    }
}
