using GpuRisk.Cli.Comparisons;

namespace GpuRisk.Cli.Tests.Devices;

public sealed class FigureDifferenceTests
{
    [Theory]
    [InlineData(1.0, 1.0, 0UL)]
    [InlineData(1.0, 1.0000000000000002, 1UL)]
    [InlineData(1.0000000000000002, 1.0, 1UL)]
    [InlineData(-1.0, -1.0000000000000002, 1UL)]
    [InlineData(0.0, -0.0, 0UL)]
    [InlineData(double.Epsilon, -double.Epsilon, 2UL)]
    [InlineData(1.0, 2.0, 1UL << 52)]
    [InlineData(double.MaxValue, double.PositiveInfinity, 1UL)]
    [InlineData(double.NaN, double.NaN, 0UL)]
    [InlineData(double.NaN, 1.0, ulong.MaxValue)]
    [InlineData(double.PositiveInfinity, double.NegativeInfinity, 2 * 0x7FF0000000000000UL)]
    public void Ulps_count_the_doubles_between(double a, double b, ulong expected) => Assert.Equal(expected, FigureDifference.Ulps(a, b));
}
