using GpuRisk.Domain.Measures;

namespace GpuRisk.Domain.Settings;

/// <summary>The settings of <c>book.json</c>.</summary>
public sealed record BookSettings
{
    public SimulationSettings Simulation { get; init; } = new();

    public CalibrationSettings Calibration { get; init; } = new();

    public MarginSettings Margin { get; init; } = new();
}

/// <summary>Where scenarios come from.</summary>
public enum ScenarioSource
{
    /// <summary>Gaussian, calibrated from the history.</summary>
    Gaussian,

    /// <summary>The changes of the history itself over the horizon, each day a scenario.</summary>
    Historical,
}

/// <summary>How scenarios are drawn and applied.</summary>
public sealed record SimulationSettings
{
    public ScenarioSource Model { get; init; } = ScenarioSource.Gaussian;

    /// <summary>Number of drawn scenarios; a historical run has as many as its history.</summary>
    public int Scenarios { get; init; } = 10_000;

    public ulong Seed { get; init; } = 1;

    /// <summary>Margin period of risk in days.</summary>
    public int HorizonDays { get; init; } = 1;

    /// <summary>Exponent p of (30 / T)^p, the volatility move at T days over that at 30, for T up to 30 days.</summary>
    public double VolatilityTermShort { get; init; } = 0.30;

    /// <summary>The same beyond 30 days.</summary>
    public double VolatilityTermLong { get; init; } = 0.13;
}

/// <summary>How a volatility is estimated from returns.</summary>
public enum VolatilityEstimator
{
    /// <summary>Root mean square of the returns, equal weights, mean taken as zero.</summary>
    Equal,

    /// <summary>Exponentially weighted moving average of squared returns.</summary>
    Ewma,
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
}

/// <summary>What is done with a correlation matrix that is not positive definite.</summary>
public enum RepairRule
{
    /// <summary>It is replaced by the nearest correlation matrix (Higham, 2002), and the repair is printed.</summary>
    Nearest,

    /// <summary>The run is refused.</summary>
    Reject,
}

/// <summary>How the tail becomes margin.</summary>
public sealed record MarginSettings
{
    /// <summary>Confidence of the ES that is the base margin.</summary>
    public Confidence Confidence { get; init; } = new(0.99m);

    /// <summary>Further levels that are reported.</summary>
    public IReadOnlyList<Confidence> Report { get; init; } = [new(0.975m), new(0.99m)];

    public VarEstimator Estimator { get; init; } = VarEstimator.LowerQuantile;

    /// <summary>Multiple of the standard error added as model risk.</summary>
    public double ModelRiskMultiple { get; init; } = 1.64;
}
