using GpuRisk.Domain.Market;

namespace GpuRisk.Domain.Scenarios;

/// <summary>
/// Normal, Student-t, or Student-t marginals under a t copula. shock_f = sum over steps h of sigma_{f,h} e_{f,h}, with e of mean 0 and variance 1:
/// <code>
/// normal      e = L z, z independent standard normals
/// Student t   e = sqrt((nu - 2) / q) L z, q chi-squared with nu degrees of freedom, one a step
/// t copula    e_f = sqrt((nu_f - 2) / nu_f) T_{nu_f}^-1(T_nu(sqrt(nu / q) (L z)_f))
/// </code>
/// sigma_{f,1} is the volatility; it stays, or follows <see cref="Dynamics"/>.
/// </summary>
public sealed class EllipticalModel : ScenarioModel
{
    /// <summary>
    /// Beyond it a t value differs from a normal one by less than (z^2 + 1) / 40,000 of itself, and the quantiles that draws rest on lose their
    /// accuracy.
    /// </summary>
    public const double LargestDegreesOfFreedom = 10_000;

    public override required IReadOnlyList<FactorId> Factors { get; init; }

    /// <summary>Standard deviation of each factor's shock over a step.</summary>
    public required IReadOnlyList<double> Volatilities { get; init; }

    /// <summary>L: lower Cholesky factor of the correlation matrix, row-major, Factors.Count squared, zero above the diagonal.</summary>
    public required IReadOnlyList<double> Cholesky { get; init; }

    /// <summary>nu, above 2 and at most <see cref="LargestDegreesOfFreedom"/>; null: normal.</summary>
    public double? DegreesOfFreedom { get; init; }

    /// <summary>nu_f of each factor, within the same bounds: marginals under a t copula; null: all have nu.</summary>
    public IReadOnlyList<double>? MarginalDegreesOfFreedom { get; init; }

    /// <summary>Steps of the horizon: 1 where volatilities span it whole, or its days.</summary>
    public int Steps { get; init; } = 1;

    /// <summary>How variances go on from step to step; null: they stay.</summary>
    public VarianceDynamics? Dynamics { get; init; }
}
