namespace GpuRisk.Domain.Settings;

/// <summary>How the correlation of returns is estimated.</summary>
public enum CorrelationEstimator
{
    /// <summary>Zero mean, equal weights.</summary>
    Sample,

    /// <summary>Zero mean, exponentially decaying weights.</summary>
    Ewma,

    /// <summary>The sample's, shrunk towards no correlation (Ledoit and Wolf, 2004).</summary>
    LedoitWolf,
}

/// <summary>How factors depend on one another.</summary>
public sealed record CorrelationSettings
{
    public CorrelationEstimator Estimator { get; init; } = CorrelationEstimator.Sample;

    /// <summary>Decay of <see cref="CorrelationEstimator.Ewma"/> in (0, 1).</summary>
    public double Lambda { get; init; } = 0.99;

    /// <summary>Whether each return is first divided by the volatility of its day.</summary>
    public bool Devolatilised { get; init; }

    /// <summary>The newest returns used; 0: those of the calibration.</summary>
    public int Lookback { get; init; }

    /// <summary>Applied one after the other, to a given correlation too.</summary>
    public IReadOnlyList<CorrelationStress> Stress { get; init; } = [];
}

/// <summary>Where a correlation stress leads.</summary>
public enum CorrelationTarget
{
    /// <summary>All move together: 1.</summary>
    One,

    /// <summary>None depends on another: 0.</summary>
    Zero,
}

/// <summary>c' = (1 - amount) c + amount target, between the factors of a group, or all.</summary>
/// <param name="Amount">0 to 1.</param>
/// <param name="Factors">Patterns as in <see cref="FactorGroup"/>; empty: all factors.</param>
public sealed record CorrelationStress(CorrelationTarget Target, double Amount, IReadOnlyList<string> Factors);
