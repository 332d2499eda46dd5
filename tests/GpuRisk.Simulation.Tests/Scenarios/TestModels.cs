using GpuRisk.Domain.Market;
using GpuRisk.Domain.Scenarios;

namespace GpuRisk.Simulation.Tests.Scenarios;

/// <summary>Scenario models of every kind, small.</summary>
internal static class TestModels
{
    public static FactorId[] Factors(int count) => [.. Enumerable.Range(0, count).Select(f => new FactorId(FactorKind.Spot, $"F{f}"))];

    /// <summary>Volatility 1; the Cholesky factor the unit matrix unless given.</summary>
    public static EllipticalModel Elliptical(
        int factors, double? nu = null, double[]? marginals = null, double[]? volatilities = null, double[]? cholesky = null, int steps = 1,
        VarianceDynamics? dynamics = null) => new()
        {
            Name = "test",
            Factors = Factors(factors),
            Volatilities = volatilities ?? [.. Enumerable.Repeat(1.0, factors)],
            Cholesky = cholesky ?? [.. Enumerable.Range(0, factors * factors).Select(i => i % (factors + 1) == 0 ? 1.0 : 0)],
            DegreesOfFreedom = nu,
            MarginalDegreesOfFreedom = marginals,
            Steps = steps,
            Dynamics = dynamics,
        };

    /// <param name="changes">A row a day.</param>
    public static BootstrapModel Bootstrap(double[][] changes, double[]? volatilities = null, int steps = 1, VarianceDynamics? dynamics = null) => new()
    {
        Name = "test",
        Factors = Factors(changes[0].Length),
        Innovations = changes.SelectMany(day => day).ToArray(),
        Dates = [.. Enumerable.Range(0, changes.Length).Select(new DateOnly(2025, 1, 1).AddDays)],
        Volatilities = volatilities ?? [.. Enumerable.Repeat(1.0, changes[0].Length)],
        Steps = steps,
        Dynamics = dynamics,
    };

    public static MixtureModel Mixture(params (ScenarioModel Model, double Weight)[] parts) =>
        new() { Name = "test", Components = [.. parts.Select(p => new MixtureComponent(p.Model, p.Weight))] };

    public static VarianceDynamics Dynamics(int factors) =>
        new([.. Enumerable.Repeat(0.05, factors)], [.. Enumerable.Repeat(0.1, factors)], [.. Enumerable.Repeat(0.85, factors)]);

    /// <summary>One of each kind, over three factors.</summary>
    public static IReadOnlyList<ScenarioModel> All()
    {
        var random = new SplitMix(3);
        double[] cholesky = [1, 0, 0, 0.6, 0.8, 0, -0.28, 0.0, 0.96], volatilities = [0.02, 0.05, 0.1];
        double[][] changes = [.. Enumerable.Range(0, 40).Select(_ => new[] { random.Normal(), random.Normal(), random.Normal() })];
        EllipticalModel studentT = Elliptical(3, 5, null, volatilities, cholesky);
        EllipticalModel path = Elliptical(3, 6, [3.5, 6, 40], volatilities, cholesky, 3, Dynamics(3));
        BootstrapModel filtered = Bootstrap(changes, volatilities, 4, Dynamics(3));
        return
        [
            Elliptical(3, null, null, volatilities, cholesky), studentT, Elliptical(3, 6, [3.5, 6, 40], volatilities, cholesky), path,
            Bootstrap(changes, volatilities), filtered, Mixture((studentT, 0.5), (filtered, 0.3), (path, 0.2)),
        ];
    }
}
