using GpuRisk.Accelerators;
using GpuRisk.Domain.Scenarios;
using GpuRisk.Domain.Settings;

namespace GpuRisk.Simulation.Scenarios;

/// <summary>The stage that draws from a model.</summary>
public static class ScenarioStages
{
    /// <exception cref="ArgumentException">There is no stage for the model, or it is not a model that scenarios can be drawn from.</exception>
    public static IScenarioStage Create(Accelerator accelerator, ScenarioModel model, SimulationSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return model is GivenModel given ? new GivenScenarios(accelerator, given.Shocks) : Create(accelerator, model, settings.Seed);
    }

    /// <summary>How many scenarios a run has: as many as are given, else as many as are wanted.</summary>
    public static int Count(ScenarioModel model, int wanted) => model is GivenModel given ? given.Shocks.Scenarios : wanted;

    /// <summary>Of a model that is drawn from.</summary>
    private static IScenarioStage Create(Accelerator accelerator, ScenarioModel model, ulong seed) => model switch
    {
        EllipticalModel elliptical => new EllipticalScenarios(accelerator, elliptical, seed),
        BootstrapModel bootstrap => new BootstrapScenarios(accelerator, bootstrap, seed),
        MixtureModel mixture => new MixtureScenarios(mixture, seed, (part, own) => Create(accelerator, part, own)),
        _ => throw new ArgumentException($"There is no stage for {model}.", nameof(model)),
    };
}
