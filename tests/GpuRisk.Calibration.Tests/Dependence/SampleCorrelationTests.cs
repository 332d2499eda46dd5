using GpuRisk.Calibration.Dependence;
using GpuRisk.Domain.Market;
using GpuRisk.Domain.Settings;
using static GpuRisk.Calibration.Tests.SampleHistories;

namespace GpuRisk.Calibration.Tests.Dependence;

public sealed class SampleCorrelationTests
{
    private static SymmetricMatrix Correlation(FactorHistory history) =>
        SampleCorrelation.EqualWeights(ReturnSample.Of(Returns.Of(history, new CalibrationSettings())).Columns);

    [Fact]
    public void Two_factors_by_hand_with_no_mean_taken_off()
    {
        // Changes (3, 4) and (4, 3): 24 / 25. With means taken off it would be -1.
        SymmetricMatrix correlation = Correlation(Daily(["rate:A", "rate:B"], [0, 0], [3, 4], [7, 7]));
        Assert.Equal(0.96, correlation[0, 1], Tolerance.Rounding);
        Assert.Equal(1, correlation[0, 0]);
        Assert.Equal(correlation[0, 1], correlation[1, 0]);
    }

    [Fact]
    public void Scaling_a_factor_leaves_the_correlation_and_its_sign_flips_it()
    {
        double[][] rows = Rows(Rates(3, 60));
        SymmetricMatrix plain = Correlation(Daily(["rate:A", "rate:B", "rate:C"], rows));
        SymmetricMatrix scaled = Correlation(Daily(["rate:A", "rate:B", "rate:C"], [.. rows.Select(r => new[] { 1e4 * r[0], -1e-3 * r[1], r[2] })]));
        Assert.Equal(-plain[0, 1], scaled[0, 1], Tolerance.CholeskyProduct);
        Assert.Equal(plain[0, 2], scaled[0, 2], Tolerance.CholeskyProduct);
        Assert.Equal(-plain[1, 2], scaled[1, 2], Tolerance.CholeskyProduct);
    }

    [Fact]
    public void A_factor_that_never_moved_has_correlation_0_and_no_NaN()
    {
        SymmetricMatrix correlation = Correlation(Daily(["rate:A", "rate:B"], [0, 5], [1, 5], [3, 5], [4, 5]));
        Assert.Equal([1.0, 0.0, 0.0, 1.0], correlation.Values.ToArray());
    }

    [Fact]
    public void Proportional_factors_have_correlation_1_or_minus_1_and_never_beyond()
    {
        double[][] rows = [.. Rows(Rates(1, 200)).Select(r => new[] { r[0], 3 * r[0], -7 * r[0] })];
        SymmetricMatrix correlation = Correlation(Daily(["rate:A", "rate:B", "rate:C"], rows));
        Assert.Equal(1, correlation[0, 1], Tolerance.Rounding);
        Assert.Equal(-1, correlation[0, 2], Tolerance.Rounding);
        Assert.All(correlation.Values.ToArray(), c => Assert.InRange(c, -1, 1));
    }

    [Theory]
    [InlineData(1, 3)]
    [InlineData(7, 50)]
    [InlineData(33, 200)]
    public void Blocks_of_factors_give_the_bits_of_one_sum_a_pair(int factors, int days)
    {
        double[][] columns = ReturnSample.Of(Returns.Of(Rates(factors, days), new CalibrationSettings())).Columns;
        SymmetricMatrix correlation = SampleCorrelation.EqualWeights(columns);
        for (int f = 0; f < factors; f++)
        {
            for (int g = 0; g < f; g++)
                Assert.Equal(Sum(columns[f], columns[g]) / (Math.Sqrt(Sum(columns[f], columns[f])) * Math.Sqrt(Sum(columns[g], columns[g]))), correlation[f, g]);
        }
    }

    [Fact]
    public void Exponential_weights_by_hand()
    {
        // Weights 1/4, 1/2, 1: sums 9/4 + 16/2 = 10.25 of squares of A, 16/4 + 9/2 + 1 = 9.5 of B, 12/4 - 12/2 = -3 of products.
        SymmetricMatrix correlation = SampleCorrelation.ExponentialWeights([[3, 4, 0], [4, -3, 1]], 0.5);
        Assert.Equal(-3 / Math.Sqrt(10.25 * 9.5), correlation[0, 1], Tolerance.Rounding);
    }

    [Fact]
    public void Exponential_weights_follow_the_newest_returns_and_approach_equal_ones_without_decay()
    {
        double[] a = [1, -2, 3, 1, -1, 2], b = [1, -2, 3, -1, 1, -2];
        Assert.True(SampleCorrelation.ExponentialWeights([a, b], 0.3)[0, 1] < -0.8);
        Assert.Equal(SampleCorrelation.EqualWeights([a, b])[0, 1], SampleCorrelation.ExponentialWeights([a, b], 1 - 1e-15)[0, 1], Tolerance.CholeskyProduct);
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleCorrelation.ExponentialWeights([a, b], 1));
    }

    private static double Sum(double[] a, double[] b)
    {
        double sum = 0;
        for (int t = 0; t < a.Length; t++)
            sum += a[t] * b[t];
        return sum;
    }

    private static double[][] Rows(FactorHistory history) =>
        [.. Enumerable.Range(0, history.Dates.Count).Select(day =>
            Enumerable.Range(0, history.Factors.Count).Select(factor => history.Level(day, factor)).ToArray())];
}
