namespace GpuRisk.Domain.Measures;

/// <summary>How a run came by its scenarios, which decides what else is worth saying about them.</summary>
public enum ScenarioOrigin
{
    /// <summary>Drawn from a model, by a seed, over a horizon.</summary>
    Drawn,

    /// <summary>Changes of the history over a horizon; no seed.</summary>
    Historical,

    /// <summary>A file's, taken as they are; neither seed nor horizon.</summary>
    Given,
}
