using System.Globalization;

namespace GpuRisk.Kernels.Tests;

public sealed class NormalQuantileTests
{
    private const double UniformStep = 1.0 / (1L << 52);

    [Fact]
    public void Normal_quantile_is_within_its_ulps() =>
        ReferenceTable.AssertWithin("normal_quantile", Tolerance.NormalQuantileUlps, ScalarMath.NormalQuantile);

    [Fact]
    public void Normal_quantile_agrees_with_the_fifty_digit_table()
    {
        const string file = "normal-quantile/norm_ppf.csv";
        Assert.SkipWhen(Places.Missing(file) is not null, Places.Missing(file) ?? "");
        int looked = 0;
        foreach (string[] cells in File.ReadLines(Places.Shared(file)).Skip(1).Select(line => line.Split(',')))
        {
            double u = double.Parse(cells[0], CultureInfo.InvariantCulture);
            double z = double.Parse(cells[2], CultureInfo.InvariantCulture);
            if (u < UniformStep / 2 || u > 1 - UniformStep / 2)
                continue;
            double ulps = new ReferenceRow([u], z, 0).Ulps(ScalarMath.NormalQuantile(u));
            // The table's own double is rounded: half an ulp more.
            Assert.True(ulps <= Tolerance.NormalQuantileUlps + 0.5, $"{ulps} ulps at {u:R}");
            looked++;
        }
        Assert.True(looked > 100, $"{looked} rows lie in the domain.");
    }

    [Fact]
    public void Normal_quantile_is_monotone_over_the_uniforms()
    {
        // Runs of neighbours: spread out, below the median, and across both places where the approximation changes.
        var random = new System.Random(32);
        foreach (double start in Enumerable.Range(0, 100).SelectMany(_ => new[]
        {
            random.NextDouble() * 0.999, 0.5 - Math.ScaleB(1, -random.Next(2, 48)), 4.828e-4 + 1e-6 * random.NextDouble(),
            2.8134e-8 * (1 + 1e-3 * random.NextDouble()), 1 - 2.8134e-8 * (1 + 1e-3 * random.NextDouble()),
        }))
        {
            double first = Math.Floor(start / UniformStep);
            double previous = double.NegativeInfinity;
            for (int j = 0; j < 2_000; j++)
            {
                double u = (first + j) * UniformStep + UniformStep / 2;
                double z = ScalarMath.NormalQuantile(u);
                Assert.True(z >= previous, $"The quantile falls at {u:R}.");
                previous = z;
            }
        }
    }

    [Fact]
    public void Normal_quantile_is_antisymmetric_about_the_median()
    {
        var random = new System.Random(33);
        Assert.Equal(0.0, ScalarMath.NormalQuantile(0.5));
        for (int i = 0; i < 100_000; i++)
        {
            double u = (random.NextInt64(1L << 52) + 0.5) * UniformStep;
            Assert.Equal(ScalarMath.NormalQuantile(u), -ScalarMath.NormalQuantile(1 - u));
        }
    }

    [Fact]
    public void Normal_cdf_undoes_the_quantile()
    {
        var random = new System.Random(34);
        for (int i = 0; i < 100_000; i++)
        {
            double u = Math.Pow(2, -1 - 52 * random.NextDouble());
            double z = ScalarMath.NormalQuantile(u);
            // A relative error e of z changes N(z) by z^2 e and less.
            double carried = (1 + z * z) * Tolerance.NormalQuantileUlps * Tolerance.LastPlace + Tolerance.NormalCdfUlps * Tolerance.LastPlace;
            Assert.Equal(1.0, ScalarMath.NormalCdf(z) / u, carried);
        }
    }

    [Fact]
    public void Every_uniform_has_a_finite_quantile()
    {
        Assert.Equal(-8.209536151601387, ScalarMath.NormalQuantile(UniformStep / 2), 8 * Tolerance.NormalQuantileUlps * Tolerance.LastPlace);
        Assert.Equal(8.209536151601387, ScalarMath.NormalQuantile(1 - UniformStep / 2), 8 * Tolerance.NormalQuantileUlps * Tolerance.LastPlace);
    }
}
