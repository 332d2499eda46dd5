using GpuRisk.Domain.Scenarios;
using GpuRisk.Kernels;
using GpuRisk.Kernels.Distributions;
using GpuRisk.Simulation.Scenarios;

namespace GpuRisk.Simulation.Tests.Scenarios;

/// <summary>The multivariate Student t.</summary>
public sealed class StudentScenariosTests
{
    private const int Count = 200_000;

    /// <summary>One factor of volatility 1 with z = 1 shows the mixing variable itself, over all that normals reach.</summary>
    [Theory]
    [InlineData(2.01)]
    [InlineData(2.5)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(30)]
    [InlineData(1_000)]
    [InlineData(10_000)]
    public void The_mixing_variable_is_the_root_of_the_chi_squared_quantile(double nu)
    {
        double[] z = [.. Enumerable.Range(0, 833).Select(i => -8.32 + i * 0.02)];
        double[] mixing = Draws.Of(
            [.. Enumerable.Range(0, z.Length).Select(i => (uint)i)],
            accelerator => new EllipticalScenarios(
                accelerator, TestModels.Elliptical(1, nu), new FixedNormals(accelerator, [[[.. z.Select(_ => 1.0)], z]])))[0];
        for (int i = 0; i < z.Length; i++)
        {
            double expected = Math.Sqrt((nu - 2) / ScalarMath.Exp(ChiSquared.LogQuantile(nu, z[i])));
            Assert.Equal(1, mixing[i] / expected, Tolerance.QuantileSeries);
        }
    }

    [Fact]
    public void Draws_have_the_model_s_volatility_and_correlation()
    {
        EllipticalModel model = TestModels.Elliptical(2, 12, null, [0.02, 0.5], [1, 0, -0.6, 0.8]);
        double[][] shocks = Draws.First(model, Count);
        double[][] unit = [.. shocks.Select((own, f) => own.Select(x => x / model.Volatilities[f]).ToArray())];
        Assert.Equal(0, unit[0].Average(), Tolerance.SampleMoment);
        Assert.Equal(1, unit[0].Average(x => x * x), Tolerance.SampleMoment);
        Assert.Equal(1, unit[1].Average(x => x * x), Tolerance.SampleMoment);
        Assert.Equal(-0.6, unit[0].Zip(unit[1], (a, b) => a * b).Average(), Tolerance.SampleMoment);
    }

    [Theory]
    [InlineData(2.1)]
    [InlineData(5)]
    [InlineData(50)]
    public void A_factor_has_the_quantiles_of_Student_s_t(double nu)
    {
        double[] shocks = Draws.First(TestModels.Elliptical(2, nu), Count)[1];
        foreach (double chance in new[] { 0.001, 0.01, 0.3, 0.9, 0.999 })
        {
            double quantile = StudentT.Quantile(nu, ScalarMath.NormalQuantile(chance)) * Math.Sqrt((nu - 2) / nu);
            Assert.Equal(chance, shocks.Count(x => x <= quantile) / (double)Count, Draws.FourErrors(chance, Count));
        }
    }

    /// <summary>
    /// Source: P(X2 &lt; q | X1 &lt; q) at the 1 % quantile of a bivariate t with 4 degrees of freedom and correlation 0.5, by numeric integration of its
    /// conditional law; the same of a bivariate normal is 0.1294.
    /// </summary>
    [Fact]
    public void Factors_fall_together_as_often_as_the_law_says()
    {
        const double together = 0.2876784348510217;
        double[][] shocks = Draws.First(TestModels.Elliptical(2, 4, cholesky: [1, 0, 0.5, Math.Sqrt(0.75)]), Count);
        double quantile = StudentT.Quantile(4, ScalarMath.NormalQuantile(0.01)) * Math.Sqrt(0.5);
        int both = shocks[0].Zip(shocks[1]).Count(pair => pair.First < quantile && pair.Second < quantile);
        Assert.Equal(0.01 * together, both / (double)Count, Draws.FourErrors(0.01 * together, Count));
    }

    [Fact]
    public void With_many_degrees_of_freedom_shocks_are_nearly_those_of_the_normal_model()
    {
        // The mixing variable's deviation is 1/sqrt(2 nu); five of them.
        const double nu = 10_000;
        double[] cholesky = [1, 0, 0.6, 0.8];
        double[][] normal = Draws.First(TestModels.Elliptical(2, cholesky: cholesky), 1_000);
        double[][] student = Draws.First(TestModels.Elliptical(2, nu, cholesky: cholesky), 1_000);
        for (int f = 0; f < 2; f++)
            Assert.All(normal[f].Zip(student[f]), pair => Assert.Equal(1, pair.Second / pair.First, 5 / Math.Sqrt(2 * nu)));
    }

    /// <summary>One chi-squared variable a scenario, not one a factor.</summary>
    [Fact]
    public void All_factors_of_a_scenario_share_the_mixing_variable()
    {
        double[][] normal = Draws.First(TestModels.Elliptical(5), 500), student = Draws.First(TestModels.Elliptical(5, 3), 500);
        for (int s = 0; s < 500; s++)
        {
            double mixing = student[0][s] / normal[0][s];
            for (int f = 1; f < 5; f++)
                Assert.Equal(1, student[f][s] / normal[f][s] / mixing, Tolerance.Rounding);
        }
        Assert.Equal(500, student[0].Zip(normal[0], (t, z) => t / z).Distinct().Count());
    }
}
