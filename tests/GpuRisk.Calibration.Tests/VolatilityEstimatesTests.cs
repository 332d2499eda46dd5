using GpuRisk.Domain.Settings;
using static GpuRisk.Calibration.Tests.SampleHistories;

namespace GpuRisk.Calibration.Tests;

public sealed class VolatilityEstimatesTests
{
    // The recursion by hand: 1e-4 -> 1e-4 -> 1.18e-4 -> 1.6492e-4.
    [Fact]
    public void Ewma_from_a_given_variance_meets_the_figure_by_hand() =>
        Assert.Equal(1, EwmaVariance.Of([0.01, -0.02, 0.03], 0.94, 1e-4) / 1.6492e-4, Tolerance.Rounding);

    // Filtered historical simulation, figures printed to six decimals of a per cent.
    [Fact]
    public void Devolatilised_returns_meet_the_printed_figures()
    {
        double[] returns = [1, -2, 3, -1, 0.5, -4, 2, 1.5];
        double[] expected = [1.57433, -3.14866, 4.347864, -1.225911, 0.620325, -5.093356, 2.033758, 1.495606];
        Assert.Equal(1.574330, VolatilityEstimates.Ewma(returns, 0.94), Tolerance.SixDecimals);
        double[] filtered = EwmaVariance.Devolatilised(returns, 0.94);
        for (int t = 0; t < expected.Length; t++)
            Assert.Equal(expected[t], filtered[t], Tolerance.SixDecimals);
    }

    [Fact]
    public void Ewma_starts_at_the_first_squared_return()
    {
        double[] returns = [0.03, -0.01, 0.02];
        Assert.Equal(EwmaVariance.Of(returns.AsSpan(1), 0.9, 0.03 * 0.03), EwmaVariance.Of(returns, 0.9));
        Assert.Equal(0.03, VolatilityEstimates.Ewma([0.03], 0.9), Tolerance.Rounding);
    }

    [Fact]
    public void Equal_weights_give_the_root_mean_square_without_taking_a_mean_off()
    {
        Assert.Equal(5, VolatilityEstimates.Equal([1, -7]), Tolerance.Rounding);
        Assert.Equal(2, VolatilityEstimates.Equal([2, 2, 2]), Tolerance.Rounding);
    }

    [Fact]
    public void Constant_absolute_returns_have_their_size_as_volatility_under_either_rule()
    {
        double[] returns = [0.5, -0.5, -0.5, 0.5];
        Assert.Equal(0.5, VolatilityEstimates.Equal(returns), Tolerance.Rounding);
        Assert.Equal(0.5, VolatilityEstimates.Ewma(returns, 0.97), Tolerance.Rounding);
    }

    [Theory]
    [InlineData(VolatilityEstimator.Ewma)]
    [InlineData(VolatilityEstimator.Equal)]
    public void Volatility_grows_with_the_root_of_the_horizon(VolatilityEstimator rule)
    {
        Returns returns = Returns.Of(OfChanges(1, -2, 3, 0.5), new CalibrationSettings());
        CalibrationSettings settings = new() { Volatility = rule };
        double oneDay = VolatilityEstimates.OverHorizon(returns, settings, 1)[0];
        Assert.Equal(3 * oneDay, VolatilityEstimates.OverHorizon(returns, settings, 9)[0]);
        Assert.Equal(Math.Sqrt(10) * oneDay, VolatilityEstimates.OverHorizon(returns, settings, 10)[0]);
    }

    [Fact]
    public void A_volatility_that_overflows_is_refused_and_no_return_gives_no_volatility()
    {
        Returns large = Returns.Of(OfChanges(1e200, -1e200), new CalibrationSettings());
        Assert.Equal(
            "history.csv:1:1: the volatility of rate:USD is not finite; expected levels whose squared changes are",
            Assert.Single(Problems(() => VolatilityEstimates.OverHorizon(large, new CalibrationSettings(), 1))));
        Returns none = Returns.Of(OfChanges(), new CalibrationSettings());
        Assert.Single(Problems(() => VolatilityEstimates.OverHorizon(none, new CalibrationSettings(), 1)));
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(1.0)]
    [InlineData(double.NaN)]
    public void A_decay_outside_of_0_to_1_is_refused(double lambda) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => EwmaVariance.Of([1, 2], lambda));

    [Fact]
    public void Devolatilised_returns_are_never_NaN()
    {
        Assert.Equal([0.0, 0.0], EwmaVariance.Devolatilised([0, 0], 0.94));
        Assert.Throws<ArgumentException>(() => EwmaVariance.Devolatilised([0, 1], 0.94));
    }
}
