using GpuRisk.Domain.Market;
using GpuRisk.Domain.Scenarios;

namespace GpuRisk.Parity.Probe;

/// <summary>Models of every kind for <see cref="SmallExchange"/>.</summary>
internal static class SmallModels
{
    private const int Days = 257;

    private static IReadOnlyList<FactorId> Factors => SmallExchange.Factors;

    private static double[] Volatilities =>
        [.. Factors.Select(f => f.Kind switch { FactorKind.Spot => 0.04, FactorKind.Vol => 0.1, FactorKind.Basis => 0.01, _ => 0.001 })];

    public static EllipticalModel Normal() => Elliptical(null, null, 1, null);

    public static EllipticalModel StudentT() => Elliptical(4.5, null, 1, null);

    public static EllipticalModel Copula() => Elliptical(6, [.. Factors.Select((_, f) => f == 3 ? 6 : 2.25 + f)], 1, null);

    /// <summary>Marginals step by step, volatility after volatility.</summary>
    public static EllipticalModel CopulaPath() => Elliptical(6, [.. Factors.Select((_, f) => 3.5 + f)], 3, Dynamics());

    public static BootstrapModel Historical() => Bootstrap("historical", 1, null);

    public static BootstrapModel Filtered() => Bootstrap("filtered", 4, Dynamics());

    public static MixtureModel Mixture() => new()
    {
        Name = "mixture",
        Components = [new(StudentT(), 0.55), new(Filtered(), 0.3), new(Normal(), 0.15)],
    };

    private static EllipticalModel Elliptical(double? nu, double[]? marginals, int steps, VarianceDynamics? dynamics)
    {
        int n = Factors.Count;
        var cholesky = new double[n * n];
        for (int f = 0; f < n; f++)
        {
            cholesky[f * n] = f == 0 ? 1 : 0.6;
            if (f > 0)
                cholesky[f * n + f] = 0.8;
        }
        return new EllipticalModel
        {
            Name = "small",
            Factors = Factors,
            Volatilities = Volatilities,
            Cholesky = cholesky,
            DegreesOfFreedom = nu,
            MarginalDegreesOfFreedom = marginals,
            Steps = steps,
            Dynamics = dynamics,
        };
    }

    private static BootstrapModel Bootstrap(string name, int steps, VarianceDynamics? dynamics) => new()
    {
        Name = name,
        Factors = Factors,
        Innovations = new Inputs(14).Reals(Days * Factors.Count, -3, 3),
        Dates = [.. Enumerable.Range(0, Days).Select(new DateOnly(2025, 1, 1).AddDays)],
        Volatilities = Volatilities,
        Steps = steps,
        Dynamics = dynamics,
    };

    private static VarianceDynamics Dynamics() =>
        new([.. Volatilities.Select(v => 0.05 * v * v)], [.. Factors.Select(_ => 0.1)], [.. Factors.Select((_, f) => 0.85 + 0.001 * f)]);
}
