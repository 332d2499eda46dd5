using GpuRisk.Accelerators;
using GpuRisk.Domain.Scenarios;
using GpuRisk.Domain.Settings;

namespace GpuRisk.Simulation.Scenarios;

/// <summary>The stage that draws from a model.</summary>
public static class ScenarioStages
{
    /// <exception cref="ArgumentException">There is no stage for the model.</exception>
    public static IScenarioStage Create(Accelerator accelerator, ScenarioModel model, SimulationSettings settings) => settings is null ? throw new ArgumentNullException(nameof(settings)) : model switch
    {
        EllipticalModel elliptical => new GaussianScenarios(accelerator, elliptical, settings.Seed),
        GivenModel given => new GivenScenarios(accelerator, given.Shocks),
        _ => throw new ArgumentException($"There is no stage for {model}.", nameof(model)),
    };

    /// <summary>How many scenarios a run has: as many as are given, else as many as are wanted.</summary>
    public static int Count(ScenarioModel model, int wanted) => model is GivenModel given ? given.Shocks.Scenarios : wanted;
}
