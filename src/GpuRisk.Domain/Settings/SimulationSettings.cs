namespace GpuRisk.Domain.Settings;

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
