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

    private static double[][] Rows(FactorHistory history) =>
        [.. Enumerable.Range(0, history.Dates.Count).Select(day =>
            Enumerable.Range(0, history.Factors.Count).Select(factor => history.Level(day, factor)).ToArray())];
}
