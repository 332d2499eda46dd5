using GpuRisk.Domain.Scenarios;
using GpuRisk.Kernels;
using GpuRisk.Kernels.Distributions;
using GpuRisk.Simulation.Scenarios;

namespace GpuRisk.Simulation.Tests.Scenarios;

/// <summary>Student t marginals under a t copula.</summary>
public sealed class CopulaScenariosTests
{
    private const int Count = 200_000;

    /// <summary>With the chi-squared at its median, z spreads y over all that counts, up to a normal score of 8.4; at 0 shocks are as the inverse of densities.</summary>
    [Theory]
    [InlineData(2.05)]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(12)]
    [InlineData(64)]
    [InlineData(200)]
    [InlineData(10_000)]
    public void A_factor_is_the_quantile_of_its_own_law_at_the_copula_s_probability(double nu)
    {
        double[] own = [2.05, 3, 5, 30, 10_000, nu];
        double mixing = Math.Sqrt(nu / ScalarMath.Exp(ChiSquared.LogQuantile(nu, 0)));
        double[] scores = [-8.4, -5, -2, -0.1, 1e-9, 1e-4, 0.01, 0.5, .. Enumerable.Range(1, 84).Select(i => 0.1 * i)];
        double[] t = [.. scores.Select(s => s == 1e-9 ? s : StudentT.Quantile(nu, s))];
        double[] row = [.. t.Select(y => y / mixing)], zero = new double[t.Length];
        double[][] shocks = Draws.Of(
            [.. Enumerable.Range(0, t.Length).Select(i => (uint)i)],
            accelerator => new EllipticalScenarios(
                accelerator, TestModels.Elliptical(own.Length, nu, own), new FixedNormals(accelerator, [[.. own.Select(_ => row), zero]])));
        for (int f = 0; f < own.Length; f++)
        {
            for (int i = 0; i < t.Length; i++)
            {
                double x = scores[i] == 1e-9
                    ? t[i] * ScalarMath.Exp(StudentT.LogDensity(nu, 0) - StudentT.LogDensity(own[f], 0))
                    : StudentT.Quantile(own[f], StudentT.NormalScore(nu, t[i]));
                Assert.Equal(1, shocks[f][i] / (x * Math.Sqrt((own[f] - 2) / own[f])), Tolerance.QuantileSeries);
            }
        }
    }

    [Theory]
    [InlineData(2.0000001)]
    [InlineData(2.2)]
    [InlineData(9)]
    [InlineData(63.9)]
    [InlineData(300)]
    [InlineData(10_000)]
    public void Every_pair_of_degrees_of_freedom_has_its_series(double nu)
    {
        double[] own = [2.0000001, 2.01, 2.6, 4, 9, 25, 64.1, 300, 3_000, 10_000], one = [1];
        double[][] shocks = Draws.Of(
            [0],
            accelerator => new EllipticalScenarios(
                accelerator, TestModels.Elliptical(own.Length, nu, own), new FixedNormals(accelerator, [[.. own.Select(_ => one), [0]]])));
        // Fatter tails, scaled to the same variance, stand closer to 0 here.
        Assert.All(shocks.Skip(1).Zip(shocks), pair => Assert.True(pair.First[0] > pair.Second[0]));
    }

    [Fact]
    public void Beyond_the_series_a_shock_goes_on_growing_with_its_normal()
    {
        double[] z = [100, 200, 400, 800];
        double[][] shocks = Draws.Of(
            [0, 1, 2, 3],
            accelerator => new EllipticalScenarios(
                accelerator, TestModels.Elliptical(1, 50, [4]), new FixedNormals(accelerator, [[z, new double[4]]])));
        for (int i = 1; i < 4; i++)
            Assert.Equal(2, shocks[0][i] / shocks[0][i - 1], Tolerance.Rounding);
    }

    [Fact]
    public void Draws_have_the_marginals_quantiles_and_volatilities()
    {
        double[] own = [3, 20], volatilities = [0.02, 0.3];
        double[][] shocks = Draws.First(TestModels.Elliptical(2, 5, own, volatilities, [1, 0, 0.6, 0.8]), Count);
        for (int f = 0; f < 2; f++)
        {
            double unit = volatilities[f] * Math.Sqrt((own[f] - 2) / own[f]);
            foreach (double chance in new[] { 0.001, 0.01, 0.3, 0.9, 0.999 })
            {
                double quantile = StudentT.Quantile(own[f], ScalarMath.NormalQuantile(chance)) * unit;
                Assert.Equal(chance, shocks[f].Count(x => x <= quantile) / (double)Count, Draws.FourErrors(chance, Count));
            }
        }
        Assert.Equal(1, shocks[1].Average(x => x * x) / (0.3 * 0.3), Tolerance.SampleMoment);
    }

    /// <summary>Kendall's tau of any elliptical copula is 2/pi asin(rho), whatever the marginals (Lindskog, McNeil and Schmock, 2003).</summary>
    [Fact]
    public void Ranks_depend_as_the_given_correlation_says()
    {
        const int count = 4_000;
        double[][] shocks = Draws.First(TestModels.Elliptical(2, 5, [3, 20], cholesky: [1, 0, 0.6, 0.8]), count);
        long concordant = 0;
        for (int i = 0; i < count; i++)
        {
            for (int j = 0; j < i; j++)
                concordant += Math.Sign(shocks[0][i] - shocks[0][j]) * Math.Sign(shocks[1][i] - shocks[1][j]);
        }
        Assert.Equal(2 / Math.PI * Math.Asin(0.6), concordant / (count * (count - 1) / 2.0), Tolerance.KendallOf4000);
    }

    [Fact]
    public void With_the_copula_s_own_degrees_it_is_the_multivariate_t()
    {
        double[] cholesky = [1, 0, 0.6, 0.8], volatilities = [0.02, 0.3];
        double[][] joint = Draws.First(TestModels.Elliptical(2, 5, null, volatilities, cholesky), 1_000);
        double[][] copula = Draws.First(TestModels.Elliptical(2, 5, [5, 5], volatilities, cholesky), 1_000);
        for (int f = 0; f < 2; f++)
            Assert.All(joint[f].Zip(copula[f]), pair => Assert.Equal(1, pair.Second / pair.First, Tolerance.QuantileSeries));
    }
}
