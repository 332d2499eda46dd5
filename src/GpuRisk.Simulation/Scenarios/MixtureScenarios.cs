using GpuRisk.Accelerators;
using GpuRisk.Accelerators.Launches;
using GpuRisk.Domain.Market;
using GpuRisk.Domain.Scenarios;

namespace GpuRisk.Simulation.Scenarios;

/// <summary>
/// Draws from a <see cref="MixtureModel"/>. Which part scenario i comes from is a function of (seed, i) alone, and each part draws under a seed
/// of its own. All parts draw every scenario, and one is kept: lanes have no other way, and scenarios are a small share of a run.
/// </summary>
public sealed class MixtureScenarios : IScenarioStage
{
    private readonly IScenarioStage[] parts;
    private readonly double[] from;
    private readonly ulong seed;
    private readonly int uniformRow;

    /// <param name="partOf">The stage of a part, under the seed that it draws with.</param>
    /// <exception cref="ArgumentException">The model is not one.</exception>
    public MixtureScenarios(MixtureModel model, ulong seed, Func<ScenarioModel, ulong, IScenarioStage> partOf)
    {
        ArgumentNullException.ThrowIfNull(partOf);
        ModelChecks.Require(model);
        using var guard = new AllocationGuard();
        this.seed = seed;
        Factors = model.Factors;
        parts = [.. model.Components.Select((c, m) => guard.Hold(partOf(c.Model, RandomStreams.SeedOf(seed, m))))];
        from = new double[parts.Length];
        for (int m = 1; m < parts.Length; m++)
            from[m] = from[m - 1] + model.Components[m - 1].Weight;
        uniformRow = parts.Max(p => p.ScratchRows);
        guard.Release();
    }

    public IReadOnlyList<FactorId> Factors { get; }

    /// <summary>Those of the parts, one after the other; the uniforms; and the shocks that are kept so far.</summary>
    public int ScratchRows => uniformRow + 1 + Factors.Count;

    public void Launch(
        LaunchQueue queue, DeviceBuffer<uint> scenarios, int first, int items, int stride, DeviceBuffer<double> scratch, DeviceBuffer<double> shocks)
    {
        ArgumentNullException.ThrowIfNull(queue);
        queue.Launch(new UniformsLaunch(scenarios, first, RandomStreams.Component, seed, stride, scratch), items, uniformRow, 1);
        for (int m = 0; m < parts.Length; m++)
        {
            parts[m].Launch(queue, scenarios, first, items, stride, scratch, shocks);
            queue.Launch(
                new ChooseLaunch(from[m], m == parts.Length - 1 ? 1 : 0, uniformRow, uniformRow + 1, stride, scratch, shocks), items, 0, Factors.Count);
        }
    }

    public void Dispose()
    {
        foreach (IScenarioStage part in parts)
            part.Dispose();
    }
}
