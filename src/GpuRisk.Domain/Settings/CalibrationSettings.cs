namespace GpuRisk.Domain.Settings;

/// <summary>How a volatility is estimated from returns.</summary>
public enum VolatilityEstimator
{
    /// <summary>Root mean square of the returns, equal weights, mean taken as zero.</summary>
    Equal,

    /// <summary>Exponentially weighted moving average of squared returns.</summary>
    Ewma,

    /// <summary>GARCH(1,1) by maximum likelihood (Bollerslev, 1986); EWMA where the fit fails, which is said.</summary>
    Garch,
}

/// <summary>What is done when a day is missing or a cell is empty.</summary>
public enum MissingRule
{
    /// <summary>The history is refused, and every gap named.</summary>
    Reject,

    /// <summary>Returns that touch a missing level or span a gap are left out, for all factors of that day.</summary>
    Drop,
}

/// <summary>Which days a history must have.</summary>
public enum HistoryCalendar
{
    /// <summary>Every calendar day.</summary>
    Daily,

    /// <summary>Monday to Friday; a gap of up to four days is a holiday.</summary>
    Business,
}

/// <summary>What is done with a correlation matrix that is not positive definite.</summary>
public enum RepairRule
{
    /// <summary>It is replaced by the nearest correlation matrix (Higham, 2002), and the repair is printed.</summary>
    Nearest,

    /// <summary>The run is refused.</summary>
    Reject,
}

/// <summary>What is done with a history in which something looks wrong: another asset under the same name, days filled forward, a series shifted by a day.</summary>
public enum SuspectRule
{
    /// <summary>A warning names factor and dates.</summary>
    Warn,

    /// <summary>The history is refused.</summary>
    Reject,
}

/// <summary>How history becomes a model.</summary>
public sealed record CalibrationSettings
{
    public VolatilityEstimator Volatility { get; init; } = VolatilityEstimator.Ewma;

    /// <summary>Decay of EWMA in (0, 1).</summary>
    public double Lambda { get; init; } = 0.97;

    /// <summary>The newest returns used; 0: all.</summary>
    public int Lookback { get; init; }

    public MissingRule Missing { get; init; } = MissingRule.Reject;

    public HistoryCalendar Calendar { get; init; } = HistoryCalendar.Daily;

    public RepairRule Repair { get; init; } = RepairRule.Nearest;

    /// <summary>A volatility is at least this part of the root mean square of all returns that the history has of the factor, whatever the lookback and the others: 0 to 10, a fraction; 0: no floor.</summary>
    public double VolatilityFloor { get; init; }

    public SuspectRule Suspect { get; init; } = SuspectRule.Warn;

    public CorrelationSettings Correlation { get; init; } = new();

    /// <summary>Factors with rules of their own; of several groups that a factor belongs to, the first counts.</summary>
    public IReadOnlyList<FactorGroup> Groups { get; init; } = [];

    /// <summary>At most one a factor.</summary>
    public IReadOnlyList<FactorProxy> Proxies { get; init; } = [];
}
