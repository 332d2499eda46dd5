using GpuRisk.Domain.Measures;
using GpuRisk.Margin.Estimation;

namespace GpuRisk.Margin.Tests;

/// <summary>What must hold for every sample: the order of VaR and ES, and the axioms of a coherent measure.</summary>
public sealed class EstimatorLawTests
{
    private static readonly decimal[] Levels = [0.8m, 0.9m, 0.95m, 0.975m, 0.98m, 0.99m, 0.995m, 0.999m];

    public static TheoryData<VarEstimator> Estimators { get; } = new(Enum.GetValues<VarEstimator>());

    [Theory, MemberData(nameof(Estimators))]
    public void Shortfall_is_at_least_value_at_risk_which_lies_in_its_interval(VarEstimator estimator) => ForSamples(losses =>
    {
        foreach (RiskMeasure m in Levels.Select(c => Of(estimator, c, losses)))
        {
            // Equal losses beyond VaR are averaged with weights that sum to one within a rounding.
            Assert.True(m.Es >= m.Var - Tolerance.Rounding * Math.Abs(m.Var), $"{m}");
            Assert.False(m.VarLow > m.Var, $"{m}");
            Assert.False(m.VarHigh < m.Var, $"{m}");
            Assert.False(m.EsError < 0, $"{m}");
        }
    });

    [Theory, MemberData(nameof(Estimators))]
    public void Both_rise_with_the_confidence(VarEstimator estimator) => ForSamples(losses =>
    {
        RiskMeasure[] measures = [.. Levels.Select(c => Of(estimator, c, losses))];
        for (int i = 1; i < measures.Length; i++)
        {
            Assert.True(measures[i].Var >= measures[i - 1].Var);
            Assert.True(measures[i].Es >= measures[i - 1].Es - Tolerance.Rounding * Math.Abs(measures[i].Es));
        }
    });

    [Fact]
    public void Shortfall_of_a_sum_is_at_most_the_sum_of_shortfalls()
    {
        var random = new SplitMix(5);
        ForSamples(losses =>
        {
            double[] others = Samples.Normal(random, losses.Length);
            double[] sum = [.. losses.Zip(others, (a, b) => a + b)];
            foreach (decimal c in Levels)
            {
                double parts = Of(VarEstimator.LowerQuantile, c, losses).Es + Of(VarEstimator.LowerQuantile, c, others).Es;
                Assert.True(Of(VarEstimator.LowerQuantile, c, sum).Es <= parts + Tolerance.Rounding * Math.Abs(parts));
            }
        });
    }

    [Theory, MemberData(nameof(Estimators))]
    public void Shortfalls_of_losses_that_rise_together_add_up(VarEstimator estimator) => ForSamples(losses =>
    {
        // Strictly increasing in the loss, so that both have their tails in the same scenarios.
        double[] other = [.. losses.Select(x => x + Math.Exp(x / (1 + losses.Max(Math.Abs))))];
        double[] sum = [.. losses.Zip(other, (a, b) => a + b)];
        foreach (decimal c in Levels)
        {
            double parts = Of(estimator, c, losses).Es + Of(estimator, c, other).Es;
            Assert.Equal(parts, Of(estimator, c, sum).Es, Tolerance.Rounding * (1 + sum.Max(Math.Abs)));
        }
    });

    [Theory, MemberData(nameof(Estimators))]
    public void Twice_the_losses_have_twice_every_figure_to_the_bit(VarEstimator estimator) => ForSamples(losses =>
    {
        double[] doubled = [.. losses.Select(x => 2 * x)];
        foreach (decimal c in Levels)
        {
            RiskMeasure m = Of(estimator, c, losses);
            Assert.Equal(
                m with { Var = 2 * m.Var, VarLow = 2 * m.VarLow, VarHigh = 2 * m.VarHigh, Es = 2 * m.Es, EsError = 2 * m.EsError },
                Of(estimator, c, doubled));
        }
    });

    [Theory, MemberData(nameof(Estimators))]
    public void A_certain_loss_adds_itself_and_no_error(VarEstimator estimator) => ForSamples(losses =>
    {
        double[] moved = [.. losses.Select(x => x + 1_000)];
        foreach (decimal c in Levels)
        {
            RiskMeasure m = Of(estimator, c, losses), n = Of(estimator, c, moved);
            double rounding = Tolerance.Rounding * (1_000 + losses.Max(Math.Abs));
            Assert.Equal(m.Var + 1_000, n.Var, rounding);
            Assert.Equal(m.Es + 1_000, n.Es, rounding);
            if (!double.IsNaN(m.EsError))
                Assert.Equal(m.EsError, n.EsError, Tolerance.ShiftedError);
        }
    });

    private static RiskMeasure Of(VarEstimator estimator, decimal c, double[] losses) =>
        new TailEstimator(estimator, new Confidence(c), losses.Length).Of(Samples.WorstFirst(losses));

    private static void ForSamples(Action<double[]> check)
    {
        var random = new SplitMix(4);
        for (int trial = 0; trial < 60; trial++)
        {
            int n = 1 + random.Below(400);
            check(Samples.Normal(random, n));
            check(Samples.WithTies(random, n));
        }
    }
}
