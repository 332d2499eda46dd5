using System.Globalization;

namespace GpuRisk.Kernels.Tests;

public sealed class NormalCdfTests
{
    [Fact]
    public void Normal_cdf_is_within_its_ulps_down_to_the_far_tail() =>
        ReferenceTable.AssertWithin("normal_cdf", Tolerance.NormalCdfUlps, ScalarMath.NormalCdf);

    [Fact]
    public void Normal_cdf_of_positive_numbers_is_within_two_ulps() =>
        ReferenceTable.AssertWithin("normal_cdf", Tolerance.NormalCdfUpperUlps, ScalarMath.NormalCdf, x => x > 0);

    [Fact]
    public void Normal_cdf_agrees_with_the_fifty_digit_table()
    {
        const string file = "normal-quantile/norm_cdf.csv";
        Assert.SkipWhen(Places.Missing(file) is not null, Places.Missing(file) ?? "");
        foreach (string line in File.ReadLines(Places.Shared(file)).Skip(1))
        {
            double[] row = [.. line.Split(',').Select(v => double.Parse(v, CultureInfo.InvariantCulture))];
            double ulps = new ReferenceRow([row[0]], row[1], 0).Ulps(ScalarMath.NormalCdf(row[0]));
            // The table's own double is rounded: half an ulp more.
            Assert.True(ulps <= Tolerance.NormalCdfUlps + 0.5, $"{ulps} ulps at {row[0]}");
        }
    }

    [Theory]
    [InlineData(0.0, 0.5)]
    [InlineData(-37.63, 0.0)]
    [InlineData(-1e40, 0.0)]
    [InlineData(-1e200, 0.0)]
    [InlineData(double.MinValue, 0.0)]
    [InlineData(double.NegativeInfinity, 0.0)]
    [InlineData(8.3, 1.0)]
    [InlineData(1e40, 1.0)]
    [InlineData(1e200, 1.0)]
    [InlineData(double.PositiveInfinity, 1.0)]
    [InlineData(double.NaN, double.NaN)]
    public void Normal_cdf_at_its_edges(double x, double expected) => Assert.Equal(expected, ScalarMath.NormalCdf(x));

    [Fact]
    public void The_sign_of_zero_does_not_matter_to_NormalCdf() => Assert.Equal(ScalarMath.NormalCdf(0.0), ScalarMath.NormalCdf(-0.0));

    [Fact]
    public void The_two_tails_sum_to_one()
    {
        var random = new System.Random(31);
        for (int i = 0; i < 100_000; i++)
        {
            double x = 9 * random.NextDouble();
            Assert.Equal(1.0, ScalarMath.NormalCdf(x) + ScalarMath.NormalCdf(-x), 2 * Tolerance.LastPlace);
        }
    }
}
