using System.Numerics;
using GpuRisk.Domain.Measures;
using GpuRisk.Margin.Estimation;

namespace GpuRisk.Margin.Tests;

/// <summary>Which loss a level means is whole-number arithmetic: samples whose losses are their own ranks show it.</summary>
public sealed class ExactRankTests
{
    private static readonly int[] Sizes = [1, 2, 3, 7, 10, 99, 100, 101, 250, 333, 999, 1_000, 1_001, 9_999, 10_000, 10_001, 100_000];

    [Theory]
    [InlineData(0.99, 10_000, 9_900)]
    [InlineData(0.99, 100, 99)]
    [InlineData(0.95, 20, 19)]
    [InlineData(0.975, 40, 39)]
    [InlineData(0.999, 1_000, 999)]
    [InlineData(0.9, 10, 9)]
    public void A_product_that_is_whole_is_its_own_rank(double confidence, int n, int rank)
    {
        RiskMeasure measure = new TailEstimator(VarEstimator.LowerQuantile, new Confidence((decimal)confidence), n).Of(Samples.Ranks(n, n));
        Assert.Equal(rank, measure.Var);
        // The mean of rank + 1 to n.
        Assert.Equal((rank + 1 + n) / 2.0, measure.Es, Tolerance.WeightedSum * n);
    }

    [Fact]
    public void The_lower_quantile_has_the_rank_of_whole_number_arithmetic()
    {
        foreach ((Confidence c, int n, BigInteger p, BigInteger q) in Cases())
        {
            BigInteger rank = BigInteger.Max(1, (p * n + q - 1) / q);
            Assert.Equal((double)rank, Of(VarEstimator.LowerQuantile, c, n).Var);
        }
    }

    [Fact]
    public void The_upper_quantile_has_the_rank_of_whole_number_arithmetic()
    {
        foreach ((Confidence c, int n, BigInteger p, BigInteger q) in Cases())
        {
            BigInteger worst = BigInteger.Max(1, (q - p) * n / q);
            RiskMeasure measure = Of(VarEstimator.UpperQuantile, c, n);
            Assert.Equal((double)(n - worst + 1), measure.Var);
            Assert.Equal((double)(2 * n - worst + 1) / 2, measure.Es, Tolerance.WeightedSum * n);
        }
    }

    [Fact]
    public void Type_7_interpolates_at_the_place_of_whole_number_arithmetic()
    {
        foreach ((Confidence c, int n, BigInteger p, BigInteger q) in Cases().Where(x => x.N <= 1_001))
            Assert.Equal(1 + (double)(p * (n - 1)) / (double)q, Of(VarEstimator.Type7, c, n).Var, Tolerance.Rounding * n);
    }

    /// <summary>Source: binomial interval by its normal approximation, ranks as published.</summary>
    [Theory]
    [InlineData(1_000, 983, 997)]
    [InlineData(10_000, 9_880, 9_920)]
    public void The_interval_of_value_at_risk_has_the_published_ranks(int n, int low, int high)
    {
        RiskMeasure measure = Of(VarEstimator.LowerQuantile, new Confidence(0.99m), n);
        Assert.Equal((low, high), (measure.VarLow, measure.VarHigh));
    }

    [Theory]
    [InlineData(VarEstimator.LowerQuantile)]
    [InlineData(VarEstimator.UpperQuantile)]
    [InlineData(VarEstimator.Type7)]
    public void What_a_thin_tail_cannot_tell_is_not_a_number(VarEstimator estimator)
    {
        // 0.99 x 100 + 1.96 x 0.995 = 100.95: no loss is as bad as the upper end.
        RiskMeasure hundred = Of(estimator, new Confidence(0.99m), 100);
        Assert.True(double.IsNaN(hundred.VarHigh) && double.IsNaN(hundred.EsError));
        Assert.Equal(97, hundred.VarLow);
        Assert.True(double.IsFinite(hundred.Var) && double.IsFinite(hundred.Es));
        // 0.5 x 2 - 1.96 x 0.707 is below the first.
        RiskMeasure two = Of(estimator, new Confidence(0.5m), 2);
        Assert.True(double.IsNaN(two.VarLow) && double.IsNaN(two.VarHigh) && double.IsNaN(two.EsError));
        RiskMeasure one = Of(estimator, new Confidence(0.99m), 1);
        Assert.Equal((1, 1), (one.Var, one.Es));
        // Two losses beyond are the fewest that have a variance.
        Assert.True(double.IsNaN(Of(estimator, new Confidence(0.99m), 199).EsError));
        Assert.True(double.IsFinite(Of(estimator, new Confidence(0.99m), 200).EsError));
    }

    private static RiskMeasure Of(VarEstimator estimator, Confidence c, int n) =>
        new TailEstimator(estimator, c, n).Of(Samples.Ranks(n, new TailEstimator(estimator, c, n).Depth));

    /// <summary>Levels p/q from 0.5 % to 99.99 % beside sizes at which p n / q is whole or nearly so.</summary>
    private static IEnumerable<(Confidence C, int N, BigInteger P, BigInteger Q)> Cases()
    {
        IEnumerable<(int P, int Q)> levels = Enumerable.Range(1, 199).Select(p => (5 * p, 1_000)).Concat([(9_999, 10_000), (9_975, 10_000), (1, 10_000), (2, 3_125)]);
        foreach ((int p, int q) in levels)
        {
            foreach (int n in Sizes)
                yield return (new Confidence((decimal)p / q), n, p, q);
        }
    }
}
