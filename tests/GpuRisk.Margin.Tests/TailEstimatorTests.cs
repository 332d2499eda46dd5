using GpuRisk.Domain.Measures;
using GpuRisk.Margin.Estimation;

namespace GpuRisk.Margin.Tests;

public sealed class TailEstimatorTests
{
    /// <summary>Source: Acerbi and Tasche's definition worked by hand: (10 + 8)/2 and (10 + 8/2)/1.5.</summary>
    [Theory]
    [InlineData(0.6, 9, 6)]
    [InlineData(0.7, 9.3333333333, 8)]
    public void Five_losses_have_the_published_shortfall(double confidence, double es, double var)
    {
        RiskMeasure measure = new TailEstimator(VarEstimator.LowerQuantile, new Confidence((decimal)confidence), 5).Of([10, 8, 6, 4, 2]);
        Assert.Equal(es, measure.Es, Tolerance.TenDecimals);
        Assert.Equal(var, measure.Var);
        Assert.Equal(VarEstimator.LowerQuantile, measure.Estimator);
        Assert.Equal((decimal)confidence, measure.Confidence.Value);
    }

    /// <summary>Two libraries' figures for one sample differ by their conventions; so do these three.</summary>
    [Fact]
    public void The_three_estimators_differ_as_their_rules_say()
    {
        double[] worst = [10, 8, 6, 4, 2];
        var seventy = new Confidence(0.7m);
        RiskMeasure lower = new TailEstimator(VarEstimator.LowerQuantile, seventy, 5).Of(worst);
        RiskMeasure upper = new TailEstimator(VarEstimator.UpperQuantile, seventy, 5).Of(worst);
        RiskMeasure type7 = new TailEstimator(VarEstimator.Type7, seventy, 5).Of(worst);
        Assert.Equal(8, lower.Var);
        Assert.Equal(14 / 1.5, lower.Es, Tolerance.Rounding);
        Assert.Equal((10, 10), (upper.Var, upper.Es));
        Assert.Equal(7.6, type7.Var, Tolerance.Rounding);
        Assert.Equal(9, type7.Es);
    }

    [Fact]
    public void Every_estimator_equals_its_definition_on_samples_with_ties()
    {
        var random = new SplitMix(1);
        decimal[] levels = [0.5m, 0.9m, 0.95m, 0.975m, 0.99m, 0.999m];
        for (int trial = 0; trial < 400; trial++)
        {
            double[] losses = Samples.WithTies(random, 1 + random.Below(250));
            double[] worst = Samples.WorstFirst(losses);
            double size = losses.Max(Math.Abs);
            foreach (decimal c in levels)
            {
                RiskMeasure lower = new TailEstimator(VarEstimator.LowerQuantile, new Confidence(c), losses.Length).Of(worst);
                Assert.Equal(PlainEstimates.LowerVar(losses, c), lower.Var);
                AssertClose(PlainEstimates.LowerEs(losses, c), lower.Es, size);
                RiskMeasure upper = new TailEstimator(VarEstimator.UpperQuantile, new Confidence(c), losses.Length).Of(worst);
                Assert.Equal(PlainEstimates.Upper(losses, c).Var, upper.Var);
                AssertClose(PlainEstimates.Upper(losses, c).Es, upper.Es, size);
                RiskMeasure type7 = new TailEstimator(VarEstimator.Type7, new Confidence(c), losses.Length).Of(worst);
                AssertClose(PlainEstimates.Type7(losses, c).Var, type7.Var, size);
                AssertClose(PlainEstimates.Type7(losses, c).Es, type7.Es, size);
            }
        }
    }

    [Theory]
    [InlineData(VarEstimator.LowerQuantile)]
    [InlineData(VarEstimator.UpperQuantile)]
    [InlineData(VarEstimator.Type7)]
    public void Losses_beyond_the_depth_do_not_change_the_estimate(VarEstimator estimator)
    {
        double[] worst = Samples.WorstFirst(Samples.Normal(new SplitMix(2), 2_000));
        foreach (decimal c in new[] { 0.9m, 0.975m, 0.99m, 0.9999m })
        {
            int depth = new TailEstimator(estimator, new Confidence(c), worst.Length).Depth;
            Assert.InRange(depth, 1, worst.Length);
            Assert.Equal(
                new TailEstimator(estimator, new Confidence(c), worst.Length).Of(worst),
                new TailEstimator(estimator, new Confidence(c), worst.Length).Of(worst.AsSpan(0, depth)));
            Assert.Throws<ArgumentException>(() => new TailEstimator(estimator, new Confidence(c), worst.Length).Of(worst.AsSpan(0, depth - 1)));
        }
    }

    [Theory]
    [InlineData(VarEstimator.LowerQuantile)]
    [InlineData(VarEstimator.UpperQuantile)]
    [InlineData(VarEstimator.Type7)]
    public void Weights_are_positive_sum_to_one_and_reproduce_the_shortfall(VarEstimator estimator)
    {
        var random = new SplitMix(3);
        foreach (decimal c in new[] { 0.5m, 0.93m, 0.975m, 0.99m })
        {
            for (int n = 1; n < 300; n += 7)
            {
                double[] worst = Samples.WorstFirst(Samples.WithTies(random, n));
                double[] weights = [.. new TailEstimator(estimator, new Confidence(c), n).Weights(worst)];
                Assert.All(weights, w => Assert.True(w > 0));
                Assert.Equal(1, weights.Sum(), Tolerance.Rounding);
                double es = weights.Select((w, i) => w * worst[i]).Sum();
                AssertClose(es, new TailEstimator(estimator, new Confidence(c), n).Of(worst).Es, worst.Max(Math.Abs));
            }
        }
    }

    private static void AssertClose(double expected, double actual, double size) =>
        Assert.InRange(actual, expected - Tolerance.Rounding * (size + 1), expected + Tolerance.Rounding * (size + 1));
}
