using GpuRisk.Kernels.Distributions;

namespace GpuRisk.Kernels.Tests;

/// <summary>Expected figures to 17 digits by mpmath with 50: log(erfc(z / sqrt(2)) / 2).</summary>
public sealed class NormalTailTests
{
    [Theory]
    [InlineData(-3.0, -0.0013508099647481938)]
    [InlineData(0.0, -0.69314718055994531)]
    [InlineData(1.0, -1.8410216450092635)]
    [InlineData(8.5, -39.197396428217669)]
    [InlineData(29.9, -451.32291245852863)]
    [InlineData(30.1, -457.32956441638226)]
    [InlineData(200.0, -20006.21728089819)]
    public void The_logarithm_of_the_normal_tail_is_relatively_accurate(double z, double expected) =>
        Assert.Equal(1, NormalTail.Log(z) / expected, Tolerance.SpecialFunction);

    [Theory]
    [InlineData(0.0)]
    [InlineData(1e-3)]
    [InlineData(0.5)]
    [InlineData(-2.5)]
    [InlineData(8.5)]
    [InlineData(29.999)]
    [InlineData(30.001)]
    [InlineData(500.0)]
    public void A_normal_score_comes_back_from_its_tail(double z) =>
        Assert.Equal(z, NormalTail.FromLog(NormalTail.Log(z)), Tolerance.SpecialFunction * Math.Max(1, Math.Abs(z)));

    [Fact]
    public void Certainty_is_at_infinity_and_no_probability_is_refused()
    {
        Assert.Equal(double.PositiveInfinity, NormalTail.FromLog(double.NegativeInfinity));
        Assert.Equal(double.NegativeInfinity, NormalTail.FromLog(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => NormalTail.FromLog(0.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => NormalTail.FromLog(double.NaN));
    }
}
