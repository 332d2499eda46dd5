using GpuRisk.Domain.Market;
using GpuRisk.Domain.Measures;
using GpuRisk.Domain.Scenarios;
using GpuRisk.Domain.Settings;
using GpuRisk.Margin.Sampling;

namespace GpuRisk.Margin.Tests.Sampling;

public sealed class SamplingRulesTests
{
    private static readonly EllipticalModel Normal = new() { Name = "n", Factors = [new FactorId(FactorKind.Spot, "X")], Volatilities = [0.1], Cholesky = [1] };

    private static readonly EllipticalModel StudentT =
        new() { Name = "t", Factors = Normal.Factors, Volatilities = [0.1], Cholesky = [1], DegreesOfFreedom = 5 };

    private static readonly GivenModel Given = new() { Name = "g", Shocks = new ShockMatrix(Normal.Factors, 1, [0.1], "g") };

    [Fact]
    public void Plain_sampling_suits_every_model_and_the_others_those_drawn_from_normals()
    {
        Assert.Null(SamplingRules.WhyNot(Settings(SamplingMethod.Plain), Given, 5));
        foreach (SamplingMethod method in new[] { SamplingMethod.Antithetic, SamplingMethod.QuasiRandom, SamplingMethod.Importance })
        {
            Assert.Contains($"and {Given.Name} is not; choose plain sampling", SamplingRules.WhyNot(Settings(method), Given, 1), StringComparison.Ordinal);
            Assert.Null(SamplingRules.WhyNot(Settings(method), Normal, 1));
        }
        Assert.Null(SamplingRules.WhyNot(Settings(SamplingMethod.Antithetic), StudentT, 5));
        Assert.Null(SamplingRules.WhyNot(Settings(SamplingMethod.QuasiRandom), StudentT, 5));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    [InlineData(12)]
    [InlineData(8_192)]
    public void Randomisations_are_a_power_of_two_that_the_scenarios_fill(int randomisations) =>
        Assert.Contains("expected", SamplingRules.WhyNot(Settings(SamplingMethod.QuasiRandom, randomisations), Normal, 1), StringComparison.Ordinal);

    [Fact]
    public void Importance_sampling_asks_for_one_account_a_normal_step_and_the_lower_quantile()
    {
        BookSettings settings = Settings(SamplingMethod.Importance);
        Assert.Contains("one account", SamplingRules.WhyNot(settings, Normal, 2), StringComparison.Ordinal);
        Assert.Contains("normal model", SamplingRules.WhyNot(settings, StudentT, 1), StringComparison.Ordinal);
        BookSettings type7 = settings with { Margin = new MarginSettings { Estimator = VarEstimator.Type7 } };
        Assert.Contains("lower-quantile", SamplingRules.WhyNot(type7, Normal, 1), StringComparison.Ordinal);
    }

    private static BookSettings Settings(SamplingMethod method, int randomisations = 16) =>
        new() { Simulation = new SimulationSettings { Sampling = new SamplingSettings { Method = method, Randomisations = randomisations } } };
}
