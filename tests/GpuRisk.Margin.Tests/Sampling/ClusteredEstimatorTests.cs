using GpuRisk.Domain.Measures;
using GpuRisk.Margin.Estimation;

namespace GpuRisk.Margin.Tests.Sampling;

public sealed class ClusteredEstimatorTests
{
    private static readonly Confidence Level = new(0.9m);

    [Fact]
    public void Figures_are_those_of_independent_scenarios_and_the_errors_are_not()
    {
        foreach (VarEstimator rule in Enum.GetValues<VarEstimator>())
        {
            double[] worst = Samples.WorstFirst(Samples.Normal(new SplitMix(3), 400));
            int[] scenarios = Shuffled(400);
            RiskMeasure plain = new TailEstimator(rule, Level, 400).Of(worst);
            var clustered = new ClusteredEstimator(rule, Level, ScenarioClusters.Pairs(400));
            RiskMeasure measure = clustered.Of(worst, scenarios);
            Assert.Equal((plain.Var, plain.Es), (measure.Var, measure.Es));
            Assert.NotEqual(plain.EsError, measure.EsError);
            Assert.Equal(measure, clustered.Of(worst.AsSpan(0, clustered.Depth), scenarios.AsSpan(0, clustered.Depth)));
        }
    }

    /// <summary>se^2 = G / (G - 1) sum (T_g - n_g mean)^2 / n^2, in the plainest way.</summary>
    [Theory]
    [InlineData(0, 400)]
    [InlineData(0, 401)]
    [InlineData(8, 400)]
    [InlineData(16, 405)]
    public void The_error_is_the_spread_of_the_clusters(int randomisations, int n)
    {
        double[] worst = Samples.WorstFirst(Samples.Normal(new SplitMix(4), n));
        int[] scenarios = Shuffled(n);
        ScenarioClusters clusters = randomisations == 0 ? ScenarioClusters.Pairs(n) : ScenarioClusters.Randomisations(n, randomisations);
        RiskMeasure measure = new ClusteredEstimator(VarEstimator.LowerQuantile, Level, clusters).Of(worst, scenarios);
        double[] influence = [.. worst.Select(l => Math.Max(0, l - measure.Var) / 0.1)];
        double mean = influence.Average(), squares = 0;
        var groups = Enumerable.Range(0, n).GroupBy(i => randomisations == 0 ? scenarios[i] / 2 : scenarios[i] % randomisations).ToArray();
        foreach (var group in groups)
            squares += Math.Pow(group.Sum(i => influence[i]) - group.Count() * mean, 2);
        Assert.Equal(groups.Length, clusters.Count);
        Assert.Equal(n, Enumerable.Range(0, clusters.Count).Sum(clusters.Size));
        Assert.Equal(Enumerable.Range(0, clusters.Count).Sum(g => (double)clusters.Size(g) * clusters.Size(g)), clusters.SquaredSizes());
        double expected = Math.Sqrt(squares * groups.Length / (groups.Length - 1)) / n;
        Assert.Equal(1, measure.EsError / expected, Tolerance.WeightedSum);
    }

    /// <summary>Clusters of two equal losses: half as many draws, and the square root of two more error.</summary>
    [Fact]
    public void Pairs_of_equal_losses_count_as_one_draw()
    {
        const int n = 20_000;
        double[] losses = Samples.Normal(new SplitMix(5), n / 2);
        (double Loss, int Scenario)[] sorted = [.. Enumerable.Range(0, n).Select(s => (losses[s / 2], s)).OrderByDescending(p => p.Item1).ThenBy(p => p.s)];
        double[] worst = [.. sorted.Select(p => p.Loss)];
        RiskMeasure pairs = new ClusteredEstimator(VarEstimator.LowerQuantile, Level, ScenarioClusters.Pairs(n)).Of(worst, [.. sorted.Select(p => p.Scenario)]);
        RiskMeasure plain = new TailEstimator(VarEstimator.LowerQuantile, Level, n).Of(worst);
        Assert.Equal(Math.Sqrt(2), pairs.EsError / plain.EsError, Tolerance.EvenSampleError);
        Assert.InRange((pairs.VarHigh - pairs.VarLow) / (plain.VarHigh - plain.VarLow), 1.3, 1.55);
    }

    [Fact]
    public void One_cluster_has_no_error()
    {
        RiskMeasure measure = new ClusteredEstimator(VarEstimator.LowerQuantile, Level, ScenarioClusters.Randomisations(100, 1)).Of(Samples.Ranks(100, 100), Shuffled(100));
        Assert.True(double.IsNaN(measure.EsError) && double.IsNaN(measure.VarLow) && double.IsNaN(measure.VarHigh));
    }

    /// <summary>99 scenarios have 0.99 of a loss beyond the 99 % quantile: the interval is no narrower than that of independent ones.</summary>
    [Fact]
    public void A_tail_of_less_than_one_loss_has_an_interval()
    {
        var level = new Confidence(0.99m);
        double[] worst = Samples.Ranks(99, 99);
        RiskMeasure plain = new TailEstimator(VarEstimator.LowerQuantile, level, 99).Of(worst);
        RiskMeasure pairs = new ClusteredEstimator(VarEstimator.LowerQuantile, level, ScenarioClusters.Pairs(99)).Of(worst, Shuffled(99));
        Assert.True(pairs.VarLow <= plain.VarLow && double.IsNaN(pairs.VarHigh) && double.IsNaN(pairs.EsError), $"{plain}, {pairs}");
    }

    private static int[] Shuffled(int n)
    {
        var random = new SplitMix(6);
        return [.. Enumerable.Range(0, n).Select(i => (i, random.Normal())).OrderBy(p => p.Item2).Select(p => p.i)];
    }
}
