using System.Globalization;
using GpuRisk.Benchmarks.Jobs;
using GpuRisk.Domain.Market;
using GpuRisk.Domain.Scenarios;

namespace GpuRisk.Benchmarks.Scenarios;

/// <summary>A made-up model of each kind for any number of factors, with the variances that its shocks must have.</summary>
internal static class BenchModels
{
    private const int Days = 1_000;

    /// <summary>Steps of models by path.</summary>
    private const int Steps = 10;

    /// <summary>So many that a sample's fourth moments say how exact its second ones are.</summary>
    private const double DegreesOfFreedom = 10;

    private const double Alpha = 0.05, Beta = 0.9;

    public static IReadOnlyList<string> Names { get; } = ["gaussian", "gaussian-garch", "student-t", "copula", "historical", "filtered-historical", "mixture"];

    public static ScenarioModel Make(string name, int factors) => name switch
    {
        "gaussian" => Elliptical(name, factors, null, null, 1),
        "gaussian-garch" => Elliptical(name, factors, null, null, Steps),
        "student-t" => Elliptical(name, factors, DegreesOfFreedom, null, 1),
        "copula" => Elliptical(name, factors, DegreesOfFreedom, [.. Enumerable.Range(0, factors).Select(f => 9 + f % 16 / 2.0)], 1),
        "historical" => Bootstrap(name, factors, 1),
        "filtered-historical" => Bootstrap(name, factors, Steps),
        _ => new MixtureModel
        {
            Name = name,
            Components = [new(Make("gaussian", factors), 0.5), new(Make("student-t", factors), 0.25), new(Make("filtered-historical", factors), 0.25)],
        },
    };

    /// <summary>Variance of factor f's shock.</summary>
    public static double VarianceOf(ScenarioModel model, int f) => model switch
    {
        EllipticalModel m => OfPath(m.Volatilities[f], m.Steps, m.Dynamics, f),
        BootstrapModel m => OfPath(m.Volatilities[f], m.Steps, m.Dynamics, f),
        MixtureModel m => m.Components.Sum(c => c.Weight * VarianceOf(c.Model, f)),
        _ => throw new ArgumentException($"{model.Name} has no known variance.", nameof(model)),
    };

    /// <summary>Changes have variance 1, so the expected variance goes on by alpha + beta.</summary>
    private static double OfPath(double volatility, int steps, VarianceDynamics? dynamics, int f)
    {
        double variance = volatility * volatility, sum = 0;
        for (int h = 0; h < steps; h++)
        {
            sum += variance;
            if (dynamics is not null)
                variance = dynamics.Omega[f] + (dynamics.Alpha[f] + dynamics.Beta[f]) * variance;
        }
        return sum;
    }

    private static FactorId[] Factors(int count) =>
        [.. Enumerable.Range(0, count).Select(f => new FactorId(FactorKind.Spot, "F" + f.ToString(CultureInfo.InvariantCulture)))];

    private static double[] Volatilities(int count) => [.. Enumerable.Range(0, count).Select(f => 0.01 + 0.0001 * f)];

    private static VarianceDynamics? Dynamics(int factors, int steps) => steps == 1
        ? null
        : new(
            [.. Volatilities(factors).Select(v => (1 - Alpha - Beta) * v * v)], [.. Enumerable.Repeat(Alpha, factors)],
            [.. Enumerable.Repeat(Beta, factors)]);

    private static EllipticalModel Elliptical(string name, int factors, double? nu, double[]? marginals, int steps) => new()
    {
        Name = name,
        Factors = Factors(factors),
        Volatilities = Volatilities(factors),
        Cholesky = Cholesky(factors),
        DegreesOfFreedom = nu,
        MarginalDegreesOfFreedom = marginals,
        Steps = steps,
        Dynamics = Dynamics(factors, steps),
    };

    private static BootstrapModel Bootstrap(string name, int factors, int steps) => new()
    {
        Name = name,
        Factors = Factors(factors),
        Innovations = Innovations(factors),
        Dates = [.. Enumerable.Range(0, Days).Select(new DateOnly(2020, 1, 1).AddDays)],
        Volatilities = Volatilities(factors),
        Steps = steps,
        Dynamics = Dynamics(factors, steps),
    };

    /// <summary>A lower triangle whose rows have length 1.</summary>
    private static double[] Cholesky(int n)
    {
        var cholesky = new double[n * n];
        for (int f = 0; f < n; f++)
        {
            Span<double> row = cholesky.AsSpan(f * n, f + 1);
            double squares = 0;
            for (int k = 0; k <= f; k++)
            {
                row[k] = k == f ? 2 : JobHash.Uniform((ulong)f, (ulong)k) - 0.4;
                squares += row[k] * row[k];
            }
            for (int k = 0; k <= f; k++)
                row[k] /= Math.Sqrt(squares);
        }
        return cholesky;
    }

    /// <summary>Of each factor mean 0 and variance 1 over the days.</summary>
    private static double[] Innovations(int factors)
    {
        var changes = new double[Days * factors];
        for (int f = 0; f < factors; f++)
        {
            double[] own = [.. Enumerable.Range(0, Days).Select(d => JobHash.Uniform((ulong)f, (ulong)d) - 0.5)];
            double mean = own.Average(), deviation = Math.Sqrt(own.Average(x => (x - mean) * (x - mean)));
            for (int d = 0; d < Days; d++)
                changes[d * factors + f] = (own[d] - mean) / deviation;
        }
        return changes;
    }
}
