using GpuRisk.Domain.Market;
using GpuRisk.Domain.Scenarios;

namespace GpuRisk.Simulation.Tests.Scenarios;

/// <summary>Models that no scenario can be drawn from are refused with what is wrong.</summary>
public sealed class ModelChecksTests
{
    private static readonly ScenarioModel Normal = TestModels.Elliptical(1);

    public static TheoryData<string, string> Wrong =>
        new()
        {
            { "no factors", "there is a factor" },
            { "volatilities short", "a volatility for each factor" },
            { "volatility negative", "a volatility for each factor" },
            { "volatility nan", "a volatility for each factor" },
            { "cholesky short", "Cholesky factor has 2 x 2" },
            { "cholesky nan", "Cholesky factor has 2 x 2" },
            { "nu 2", "above 2" },
            { "nu nan", "above 2" },
            { "nu infinite", "at most 10,000" },
            { "nu 10001", "at most 10,000" },
            { "marginals alone", "t copula" },
            { "marginals short", "marginal degrees of freedom" },
            { "marginal 2", "marginal degrees of freedom" },
            { "no steps", "a step at least" },
            { "dynamics short", "variance dynamics" },
            { "dynamics negative", "variance dynamics" },
            { "no days", "a day at least" },
            { "changes short", "a change of each factor" },
            { "change nan", "changes are finite" },
            { "no parts", "a part at least" },
            { "weight 0", "weights lie in (0, 1]" },
            { "weights short", "weights sum to 1" },
            { "given part", "not given" },
            { "other factors", "same factors" },
        };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_model_that_is_none_is_refused(string what, string expected)
    {
        var e = Assert.Throws<ArgumentException>(() => Draws.First(Make(what), 1));
        Assert.Contains(expected, e.Message, StringComparison.Ordinal);
    }

    private static ScenarioModel Make(string what) => what switch
    {
        "no factors" => TestModels.Elliptical(0),
        "volatilities short" => TestModels.Elliptical(2, volatilities: [1]),
        "volatility negative" => TestModels.Elliptical(2, volatilities: [1, -1]),
        "volatility nan" => TestModels.Bootstrap([[1]], [double.NaN]),
        "cholesky short" => TestModels.Elliptical(2, cholesky: [1, 0, 1]),
        "cholesky nan" => TestModels.Elliptical(2, cholesky: [1, 0, double.NaN, 1]),
        "nu 2" => TestModels.Elliptical(2, 2),
        "nu nan" => TestModels.Elliptical(2, double.NaN),
        "nu infinite" => TestModels.Elliptical(2, double.PositiveInfinity),
        "nu 10001" => TestModels.Elliptical(2, 10_001),
        "marginals alone" => TestModels.Elliptical(2, null, [3, 4]),
        "marginals short" => TestModels.Elliptical(2, 5, [3]),
        "marginal 2" => TestModels.Elliptical(2, 5, [3, 2]),
        "no steps" => TestModels.Elliptical(2, steps: 0),
        "dynamics short" => TestModels.Elliptical(2, steps: 2, dynamics: TestModels.Dynamics(1)),
        "dynamics negative" => TestModels.Bootstrap([[1]], steps: 2, dynamics: new VarianceDynamics([0], [-0.1], [1])),
        "no days" => Bootstrap([], 0),
        "changes short" => Bootstrap([1], 2),
        "change nan" => Bootstrap([1, double.NaN], 2),
        "no parts" => new MixtureModel { Name = "test", Components = [] },
        "weight 0" => TestModels.Mixture((Normal, 1), (Normal, 0)),
        "weights short" => TestModels.Mixture((Normal, 0.5), (Normal, 0.4)),
        "given part" => TestModels.Mixture((Normal, 0.5), (new GivenModel { Name = "given", Shocks = new ShockMatrix(Normal.Factors, 1, new double[1], "given") }, 0.5)),
        "other factors" => TestModels.Mixture((Normal, 0.5), (TestModels.Elliptical(2), 0.5)),
        _ => throw new ArgumentOutOfRangeException(nameof(what)),
    };

    private static BootstrapModel Bootstrap(double[] changes, int days) => new()
    {
        Name = "test",
        Factors = Normal.Factors,
        Innovations = changes,
        Dates = [.. Enumerable.Range(0, days).Select(new DateOnly(2025, 1, 1).AddDays)],
        Volatilities = [1],
    };
}
