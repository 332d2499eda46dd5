namespace GpuRisk.Domain.Market;

/// <summary>
/// A joint Gaussian model of the shocks over the horizon: shock_f = volatility_f * sum_{k &lt;= f} cholesky_{f,k} z_k, with
/// z independent standard normals. No drift: over a margin period a mean cannot be told from zero.
/// </summary>
public sealed class ScenarioModel
{
    public required IReadOnlyList<FactorId> Factors { get; init; }

    /// <summary>Standard deviation of each factor's shock over the horizon.</summary>
    public required IReadOnlyList<double> Volatilities { get; init; }

    /// <summary>Lower Cholesky factor of the correlation matrix, row-major, Factors.Count squared, zero above the diagonal.</summary>
    public required IReadOnlyList<double> Cholesky { get; init; }

    /// <summary>The model's name in a result, such as <c>gaussian-ewma</c>.</summary>
    public required string Name { get; init; }
}
