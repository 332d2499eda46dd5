using GpuRisk.Calibration.Volatility;

namespace GpuRisk.Calibration.Tests.Volatility;

public sealed class RootMeanSquareTests
{
    [Fact]
    public void Equal_weights_give_the_root_mean_square_without_taking_a_mean_off()
    {
        Assert.Equal(5, RootMeanSquare.Of([1, -7]), Tolerance.Rounding);
        Assert.Equal(2, RootMeanSquare.Of([2, 2, 2]), Tolerance.Rounding);
        Assert.Throws<ArgumentException>(() => RootMeanSquare.Of([]));
    }

    [Fact]
    public void Constant_absolute_returns_have_their_size_as_volatility_under_either_rule()
    {
        double[] returns = [0.5, -0.5, -0.5, 0.5];
        Assert.Equal(0.5, RootMeanSquare.Of(returns), Tolerance.Rounding);
        Assert.Equal(0.5, Math.Sqrt(EwmaVariance.Of(returns, 0.97)), Tolerance.Rounding);
    }
}
