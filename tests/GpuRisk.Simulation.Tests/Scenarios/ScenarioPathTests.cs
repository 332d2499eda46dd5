using GpuRisk.Domain.Scenarios;
using GpuRisk.Simulation.Scenarios;

namespace GpuRisk.Simulation.Tests.Scenarios;

/// <summary>Horizons of several steps.</summary>
public sealed class ScenarioPathTests
{
    private const int Count = 200_000;

    [Fact]
    public void A_path_of_three_steps_is_the_one_computed_by_hand()
    {
        var dynamics = new VarianceDynamics([0.001, 0], [0.1, 0.03], [0.8, 0.97]);
        double[] volatilities = [0.1, 0.2], e = [1.5, -2, 0.5], g = [-1, 0.25, 3];
        EllipticalModel model = TestModels.Elliptical(2, null, null, volatilities, steps: 3, dynamics: dynamics);
        double[][] shocks = Draws.Of(
            [0], accelerator => new EllipticalScenarios(
                accelerator, model, new FixedNormals(accelerator, [[[e[0]], [g[0]]], [[e[1]], [g[1]]], [[e[2]], [g[2]]]])));

        double r1 = 0.1 * 1.5, v2 = 0.001 + 0.1 * r1 * r1 + 0.8 * 0.01, r2 = Math.Sqrt(v2) * -2, v3 = 0.001 + 0.1 * r2 * r2 + 0.8 * v2;
        Assert.Equal(r1 + r2 + Math.Sqrt(v3) * 0.5, shocks[0][0], Tolerance.Rounding);
        double q1 = 0.2 * -1, w2 = 0.03 * q1 * q1 + 0.97 * 0.04, q2 = Math.Sqrt(w2) * 0.25, w3 = 0.03 * q2 * q2 + 0.97 * w2;
        Assert.Equal(q1 + q2 + Math.Sqrt(w3) * 3, shocks[1][0], Tolerance.Rounding);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(12.0)]
    public void The_variance_of_a_path_of_constant_volatility_is_its_days_times_a_day_s(double? nu)
    {
        double[] shocks = Draws.First(TestModels.Elliptical(1, nu, volatilities: [0.02], steps: 7), Count)[0];
        Assert.Equal(1, shocks.Average(x => x * x) / (7 * 0.02 * 0.02), Tolerance.SampleMoment);
    }

    [Fact]
    public void The_expected_variance_goes_on_by_the_dynamics()
    {
        // From twice the long-run variance of 1 back towards it: E sigma'^2 = 0.05 + 0.95 E sigma^2.
        double expected = 0, variance = 2;
        for (int h = 0; h < 10; h++)
            (expected, variance) = (expected + variance, 0.05 + 0.95 * variance);
        double[] shocks = Draws.First(
            TestModels.Elliptical(1, volatilities: [Math.Sqrt(2)], steps: 10, dynamics: TestModels.Dynamics(1)), Count)[0];
        Assert.Equal(1, shocks.Average(x => x * x) / expected, Tolerance.SampleMoment);
    }

    [Fact]
    public void Steps_share_no_normal()
    {
        // Two steps under one normal would have variance 4, not 2; and four would show in the kurtosis of 3 + 0.
        double[] two = Draws.First(TestModels.Elliptical(1, steps: 2), Count)[0];
        Assert.Equal(2, two.Average(x => x * x), 2 * Tolerance.SampleMoment);
    }

    [Fact]
    public void Marginals_hold_for_each_step()
    {
        // Sums of three t values with 12 degrees of freedom: variance 3, and excess kurtosis 6 / (12 - 4) / 3.
        double[] shocks = Draws.First(TestModels.Elliptical(1, 12, [12], steps: 3), Count)[0];
        Assert.Equal(1, shocks.Average(x => x * x) / 3, Tolerance.SampleMoment);
        Assert.Equal(3 + 0.25, shocks.Average(x => x * x * x * x) / 9, 2 * Tolerance.SampleFourthMoment);
    }
}
