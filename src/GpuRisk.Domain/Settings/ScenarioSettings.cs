namespace GpuRisk.Domain.Settings;

/// <summary>Where scenarios come from.</summary>
public enum ScenarioSource
{
    /// <summary>Multivariate normal.</summary>
    Gaussian,

    /// <summary>Multivariate Student t, or t marginals under a t copula.</summary>
    StudentT,

    /// <summary>The changes of the history itself over the horizon, each a scenario.</summary>
    Historical,

    /// <summary>Days drawn from the history, each rescaled from its own volatility to today's.</summary>
    FilteredHistorical,

    /// <summary>Another model, calibrated on a window of stress.</summary>
    Stressed,

    /// <summary>Each scenario from one of several models, by weights.</summary>
    Mixture,
}

/// <summary>How one-day moves become moves over a horizon of several days.</summary>
public enum HorizonRule
{
    /// <summary>One move, times the square root of the days.</summary>
    Scale,

    /// <summary>A move a day, summed; volatility goes on from day to day by its rule. Historical: consecutive days.</summary>
    Path,
}

/// <summary>To which volatility a filtered change is brought.</summary>
public enum Revolatilisation
{
    /// <summary>Today's.</summary>
    Today,

    /// <summary>The mean of today's and that of its own day.</summary>
    Mid,
}

/// <summary>Settings of <see cref="ScenarioSource.StudentT"/>.</summary>
public sealed record StudentTSettings
{
    /// <summary>Above 2; null: fitted by maximum likelihood.</summary>
    public double? DegreesOfFreedom { get; init; }

    /// <summary>Whether each factor has degrees of freedom of its own, under a t copula.</summary>
    public bool Marginals { get; init; }
}

/// <summary>Settings of <see cref="ScenarioSource.Stressed"/>.</summary>
public sealed record StressedSettings
{
    /// <summary>First and last day of the window, on which returns end; null both: the window is searched.</summary>
    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    /// <summary>One-day returns of the window that is searched: the one that maximises the sum of the accounts' ES.</summary>
    public int Days { get; init; } = 250;

    /// <summary>The model that is calibrated on the window; neither stressed nor a mixture.</summary>
    public ScenarioSource Model { get; init; } = ScenarioSource.Historical;
}

/// <summary>A part of a <see cref="ScenarioSource.Mixture"/>.</summary>
/// <param name="Model">Not a mixture; each once.</param>
/// <param name="Weight">In (0, 1]; all sum to 1.</param>
public sealed record MixturePart(ScenarioSource Model, decimal Weight);
