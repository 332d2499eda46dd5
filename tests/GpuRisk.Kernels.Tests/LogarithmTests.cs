namespace GpuRisk.Kernels.Tests;

public sealed class LogarithmTests
{
    [Fact]
    public void Log_is_within_its_ulps_over_all_normal_numbers() =>
        ReferenceTable.AssertWithin("log", Tolerance.LogUlps, ScalarMath.Log);

    [Fact]
    public void Log_is_within_its_ulps_over_subnormal_numbers() =>
        ReferenceTable.AssertWithin("log_subnormal", Tolerance.LogSubnormalUlps, ScalarMath.Log);

    [Theory]
    [InlineData(1.0, 0.0)]
    [InlineData(0.0, double.NegativeInfinity)]
    [InlineData(-1.0, double.NaN)]
    [InlineData(double.NegativeInfinity, double.NaN)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData(double.NaN, double.NaN)]
    public void Log_at_its_edges(double x, double expected) => Assert.Equal(expected, ScalarMath.Log(x));

    [Fact]
    public void The_sign_of_zero_does_not_matter_to_Log() => Assert.Equal(ScalarMath.Log(0.0), ScalarMath.Log(-0.0));

    [Fact]
    public void Log_of_a_power_of_two_is_that_multiple_of_ln_2()
    {
        for (int k = -1022; k <= 1023; k++)
            Assert.Equal(k * Math.Log(2), ScalarMath.Log(Math.ScaleB(1, k)), Math.Abs(k) * Tolerance.LastPlace);
    }
}
