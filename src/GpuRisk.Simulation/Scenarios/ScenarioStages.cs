using GpuRisk.Accelerators;
using GpuRisk.Domain.Scenarios;
using GpuRisk.Domain.Settings;
using GpuRisk.Simulation.Scenarios.Normals;

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

    /// <summary>The stage of a model that is drawn from normals, from a source of them.</summary>
    /// <param name="normals">Makes a source of so many normals a step; the stage disposes it.</param>
    /// <exception cref="ArgumentException">The model is not drawn from normals.</exception>
    public static IScenarioStage Create(Accelerator accelerator, ScenarioModel model, SimulationSettings settings, Func<int, INormalSource> normals)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(normals);
        return model is EllipticalModel elliptical
            ? new GaussianScenarios(accelerator, elliptical, normals(elliptical.Factors.Count))
            : throw new ArgumentException($"{model} is not drawn from normals.", nameof(model));
    }

    /// <summary>How many scenarios a run has: as many as are given, else as many as are wanted.</summary>
    public static int Count(ScenarioModel model, int wanted) => model is GivenModel given ? given.Shocks.Scenarios : wanted;
}
