using GpuRisk.Domain.Market;
using GpuRisk.Domain.Scenarios;

namespace GpuRisk.Parity.Probe;

/// <summary>Models of every kind for <see cref="SmallExchange"/>.</summary>
public static class SmallModels
{
    public const string Gaussian = "Gaussian";
    public const string GaussianPath = "GaussianPath";
    public const string StudentT = "StudentT";
    public const string StudentTPath = "StudentTPath";
    public const string Copula = "Copula";
    public const string CopulaPath = "CopulaPath";
    public const string Historical = "Historical";
    public const string Filtered = "Filtered";
    public const string Mixture = "Mixture";
    public const string Given = "Given";

    private const int Days = 257;

    public static IReadOnlyList<string> Names { get; } =
        [Gaussian, GaussianPath, StudentT, StudentTPath, Copula, CopulaPath, Historical, Filtered, Mixture, Given];

    private static IReadOnlyList<FactorId> Factors => SmallExchange.Factors;

    private static double[] Volatilities =>
        [.. Factors.Select(f => f.Kind switch { FactorKind.Spot => 0.04, FactorKind.Vol => 0.1, FactorKind.Basis => 0.01, _ => 0.001 })];

    /// <summary>Student's t comes from a path that has no dynamics too, the other paths go step by step, volatility after volatility.</summary>
    /// <param name="scenarios">Those of a model that has a number of its own.</param>
    public static ScenarioModel Of(string name, int scenarios) => name switch
    {
        Gaussian => Elliptical(null, null, 1, null),
        GaussianPath => Elliptical(null, null, 4, Dynamics()),
        StudentT => Elliptical(4.5, null, 1, null),
        StudentTPath => Elliptical(4.5, null, 2, null),
        Copula => Elliptical(6, [.. Factors.Select((_, f) => f == 3 ? 6 : 2.25 + f)], 1, null),
        CopulaPath => Elliptical(6, [.. Factors.Select((_, f) => 3.5 + f)], 3, Dynamics()),
        Historical => Bootstrap("historical", 1, null),
        Filtered => Bootstrap("filtered", 4, Dynamics()),
        Mixture => new MixtureModel
        {
            Name = "mixture",
            Components = [new(Of(StudentT, scenarios), 0.55), new(Of(Filtered, scenarios), 0.3), new(Of(Gaussian, scenarios), 0.15)],
        },
        Given => new GivenModel { Name = "given", Shocks = SmallExchange.Shocks(scenarios) },
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "There is no such model."),
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
