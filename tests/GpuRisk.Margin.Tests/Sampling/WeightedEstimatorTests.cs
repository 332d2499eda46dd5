using GpuRisk.Domain.Measures;
using GpuRisk.Margin.Estimation;

namespace GpuRisk.Margin.Tests.Sampling;

public sealed class WeightedEstimatorTests
{
    [Theory]
    [InlineData(0.99, 1_000)]
    [InlineData(0.975, 1_001)]
    [InlineData(0.9, 37)]
    public void Weights_of_one_give_the_figures_of_independent_scenarios(double confidence, int n)
    {
        var level = new Confidence((decimal)confidence);
        double[] worst = Samples.WorstFirst(Samples.Normal(new SplitMix(3), n)), ones = [.. Enumerable.Repeat(1.0, n)];
        RiskMeasure plain = new TailEstimator(VarEstimator.LowerQuantile, level, n).Of(worst);
        RiskMeasure weighted = new WeightedEstimator(level, ones).Of(worst, [.. Enumerable.Range(0, n)]);
        Assert.Equal(plain.Var, weighted.Var);
        Assert.Equal(1, weighted.Es / plain.Es, Tolerance.WeightedSum);
        Assert.InRange(weighted.EsError / plain.EsError, 0.8, 1.25);
    }

    /// <summary>Tail 0.25 of four scenarios: a weight of one. Worst first 10, 8, 6, 4 with weights 0.4, 0.4, 1, 2: VaR 6, and 0.4, 0.4 and 0.2 make ES 8.4.</summary>
    [Fact]
    public void The_quantile_is_where_the_weights_exceed_the_tail_and_its_loss_fills_it_up()
    {
        var estimator = new WeightedEstimator(new Confidence(0.75m), [2, 1, 0.4, 0.4]);
        double[] worst = [10, 8, 6, 4];
        int[] scenarios = [3, 2, 1, 0];
        RiskMeasure measure = estimator.Of(worst, scenarios);
        Assert.Equal(6, measure.Var);
        Assert.Equal(8.4, measure.Es, Tolerance.Rounding * 10);
        double[] weights = [.. estimator.Weights(worst, scenarios)];
        Assert.Equal(3, weights.Length);
        Assert.Equal(0.2, weights[2], Tolerance.Rounding);
        Assert.Equal(4, estimator.Depth);
        Assert.Throws<ArgumentException>(() => estimator.Of(worst.AsSpan(0, 3), scenarios.AsSpan(0, 3)));
    }

    [Fact]
    public void Weights_that_never_fill_the_tail_leave_the_smallest_loss_as_quantile()
    {
        RiskMeasure measure = new WeightedEstimator(new Confidence(0.5m), [0.1, 0.1, 0.1, 0.1]).Of([4, 3, 2, 1], [0, 1, 2, 3]);
        Assert.Equal(1, measure.Var);
        Assert.True(double.IsNaN(measure.VarLow));
    }

    /// <summary>Of 40 scenarios not one lies beyond the 99 % quantile: nothing tells how far off it is.</summary>
    [Fact]
    public void A_tail_without_a_loss_has_no_errors()
    {
        RiskMeasure measure = new WeightedEstimator(new Confidence(0.99m), [.. Enumerable.Repeat(1.0, 40)]).Of(Samples.Ranks(40, 40), [.. Enumerable.Range(0, 40)]);
        Assert.Equal((40, 40), (measure.Var, measure.Es));
        Assert.True(double.IsNaN(measure.VarLow) && double.IsNaN(measure.VarHigh) && double.IsNaN(measure.EsError));
    }
}
