namespace GpuRisk.Domain.Settings;

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

    /// <summary>Null: by path for historical models, else by scaling.</summary>
    public HorizonRule? Horizon { get; init; }

    public SamplingSettings Sampling { get; init; } = new();

    /// <summary>Whether the whole book is one account, net.</summary>
    public bool Net { get; init; }

    /// <summary>The only account that is computed; null: all.</summary>
    public string? Account { get; init; }

    public StudentTSettings StudentT { get; init; } = new();

    /// <summary>Historical changes over several days: whether they overlap.</summary>
    public bool Overlapping { get; init; } = true;

    /// <summary>Of filtered historical changes.</summary>
    public Revolatilisation Revolatilisation { get; init; }

    public StressedSettings Stressed { get; init; } = new();

    /// <summary>The parts of a mixture; empty unless the model is one.</summary>
    public IReadOnlyList<MixturePart> Mixture { get; init; } = [];

    /// <summary>Whose scenarios they are: of the stressed model, where it is that.</summary>
    public ScenarioSource Source => Model == ScenarioSource.Stressed ? Stressed.Model : Model;
}
