using GpuRisk.Calibration.Volatility;

namespace GpuRisk.Calibration.Tests.Volatility;

public sealed class EwmaVarianceTests
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
        double today = Math.Sqrt(EwmaVariance.Of(returns, 0.94));
        Assert.Equal(1.574330, today, Tolerance.SixDecimals);
        double[] filtered = EwmaVariance.Devolatilised(returns, 0.94);
        double[] path = EwmaVariance.Path(returns, 0.94);
        for (int t = 0; t < expected.Length; t++)
        {
            Assert.Equal(expected[t], filtered[t], Tolerance.SixDecimals);
            Assert.Equal(expected[t], returns[t] * today / path[t], Tolerance.SixDecimals);
        }
    }

    [Fact]
    public void Ewma_starts_at_the_first_squared_return()
    {
        double[] returns = [0.03, -0.01, 0.02];
        Assert.Equal(EwmaVariance.Of(returns.AsSpan(1), 0.9, 0.03 * 0.03), EwmaVariance.Of(returns, 0.9));
        Assert.Equal(0.03, Math.Sqrt(EwmaVariance.Of([0.03], 0.9)), Tolerance.Rounding);
        Assert.Equal(0.03, EwmaVariance.Path(returns, 0.9)[0]);
    }

    [Fact]
    public void A_path_that_starts_without_movement_has_the_scale_of_the_first_movement()
    {
        double[] path = EwmaVariance.Path([0, 0, 0.5, 0], 0.9);
        Assert.Equal([0.5, Math.Sqrt(0.9) * 0.5, 0.9 * 0.5, Math.Sqrt((0.81 * 0.9) + 0.1) * 0.5], path, (a, b) => Math.Abs(a - b) < Tolerance.Rounding);
        Assert.Equal([0.0, 0.0], EwmaVariance.Path([0, 0], 0.9));
        Assert.Empty(EwmaVariance.Path([], 0.9));
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(1.0)]
    [InlineData(double.NaN)]
    public void A_decay_outside_of_0_to_1_is_refused(double lambda)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => EwmaVariance.Of([1, 2], lambda));
        Assert.Throws<ArgumentOutOfRangeException>(() => EwmaVariance.Path([1, 2], lambda));
    }

    [Fact]
    public void Devolatilised_returns_are_never_NaN()
    {
        Assert.Equal([0.0, 0.0], EwmaVariance.Devolatilised([0, 0], 0.94));
        Assert.Throws<ArgumentException>(() => EwmaVariance.Devolatilised([0, 1], 0.94));
    }
}
