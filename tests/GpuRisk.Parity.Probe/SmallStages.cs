using GpuRisk.Accelerators;
using GpuRisk.Domain.Scenarios;
using GpuRisk.Domain.Settings;
using GpuRisk.Simulation.Scenarios;
using GpuRisk.Simulation.Scenarios.Normals;

namespace GpuRisk.Parity.Probe;

/// <summary>Draws from <see cref="SmallModels"/> as a run does, with a root of the correlations that has no zeros and a tilt of any direction.</summary>
internal static class SmallStages
{
    private const ulong Seed = 20_260_101;
    private const int Randomisations = 16;

    public static IScenarioStage Create(Accelerator accelerator, ScenarioModel model, SamplingMethod method, int scenarios)
    {
        var inputs = new Inputs(14);
        int n = SmallExchange.Factors.Count;
        double[] root = inputs.Reals(n * n, -0.4, 0.4);
        return (method, model) switch
        {
            (SamplingMethod.Plain, _) => ScenarioStages.Create(accelerator, model, new SimulationSettings { Seed = Seed }),
            (SamplingMethod.Antithetic, EllipticalModel own) =>
                new EllipticalScenarios(accelerator, own, new AntitheticNormals(EllipticalScenarios.NormalsOf(own), Seed)),
            (SamplingMethod.QuasiRandom, EllipticalModel own) => new EllipticalScenarios(
                accelerator, own,
                new SobolNormals(
                    accelerator, EllipticalScenarios.NormalsOf(own), own.Steps, scenarios, Randomisations, Seed, lastLeads: own.DegreesOfFreedom is not null),
                root),
            (SamplingMethod.Importance, EllipticalModel own) => new EllipticalScenarios(accelerator, own, Tilted(accelerator, inputs), root),
            _ => throw new ArgumentOutOfRangeException(nameof(method), method, $"{model} is not sampled so."),
        };
    }

    /// <summary>Of scenarios that are drawn with the tilt.</summary>
    public static double[] Weights(Accelerator accelerator, int scenarios)
    {
        using TiltedNormals normals = Tilted(accelerator, new Inputs(15));
        return LikelihoodRatios.Of(accelerator, normals, new Inputs(16).Reals(1 + 2 * normals.Count, -0.5, 0.5), scenarios, CancellationToken.None);
    }

    private static TiltedNormals Tilted(Accelerator accelerator, Inputs inputs)
    {
        int n = SmallExchange.Factors.Count;
        return new TiltedNormals(accelerator, new PhiloxNormals(n, Seed), inputs.Reals(n, -1, 1), inputs.Reals(n, 0.5, 2));
    }
}
