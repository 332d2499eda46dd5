namespace GpuRisk.Kernels.Tests;

public sealed class ExponentialTests
{
    [Fact]
    public void Exp_is_within_its_ulps_over_the_whole_range() =>
        ReferenceTable.AssertWithin("exp", Tolerance.ExpUlps, ScalarMath.Exp);

    [Theory]
    [InlineData(0.0, 1.0)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity, 0.0)]
    [InlineData(double.NaN, double.NaN)]
    [InlineData(-707.71, 0.0)]
    [InlineData(-1e300, 0.0)]
    [InlineData(709.7827128933841, double.PositiveInfinity)]
    [InlineData(1e300, double.PositiveInfinity)]
    [InlineData(double.Epsilon, 1.0)]
    public void Exp_at_its_edges(double x, double expected) => Assert.Equal(expected, ScalarMath.Exp(x));

    [Fact]
    public void The_sign_of_zero_does_not_matter_to_Exp() => Assert.Equal(ScalarMath.Exp(0.0), ScalarMath.Exp(-0.0));

    [Fact]
    public void Exp_is_finite_and_normal_up_to_both_ends_of_its_range()
    {
        // 2^1024 would overflow in the last half binade, where the result does not.
        for (double x = 709; x <= 709.782712893384; x += 1.0 / 1024)
            Assert.True(double.IsFinite(ScalarMath.Exp(x)), $"e^{x}");
        Assert.True(double.IsFinite(ScalarMath.Exp(709.782712893384)));
        Assert.True(double.IsNormal(ScalarMath.Exp(-707.7)));
    }

    [Fact]
    public void Power_is_within_what_its_product_carries()
    {
        foreach (double x in new[] { 0.01, 0.3, 1.0, 1.7, 30.0, 365.0 })
        {
            foreach (double y in new[] { -1.0, -0.3, 0.0, 0.13, 0.3, 1.0 })
                Assert.Equal(1.0, ScalarMath.Power(x, y) / Math.Pow(x, y), Tolerance.Power);
        }
    }
}
