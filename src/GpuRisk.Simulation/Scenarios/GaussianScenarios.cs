using GpuRisk.Accelerators;
using GpuRisk.Accelerators.Launches;
using GpuRisk.Domain.Market;

namespace GpuRisk.Simulation.Scenarios;

/// <summary>Draws from a <see cref="ScenarioModel"/>: the draw of scenario i and factor j is a function of (seed, i, j) alone.</summary>
public sealed class GaussianScenarios : IScenarioStage
{
    private const uint Stream = 0;

    private readonly DeviceBuffer<double> loadings;
    private readonly ulong seed;

    public GaussianScenarios(Accelerator accelerator, ScenarioModel model, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(accelerator);
        ArgumentNullException.ThrowIfNull(model);
        this.seed = seed;
        Factors = model.Factors;
        int n = Factors.Count;
        var scaled = new double[n * n];
        for (int f = 0; f < n; f++)
        {
            for (int k = 0; k <= f; k++)
                scaled[f * n + k] = model.Volatilities[f] * model.Cholesky[f * n + k];
        }
        loadings = accelerator.Upload<double>(scaled);
    }

    public IReadOnlyList<FactorId> Factors { get; }

    /// <summary>Normals come in pairs.</summary>
    public int ScratchRows => 2 * Pairs;

    private int Pairs => (Factors.Count + 1) / 2;

    public void Launch(
        LaunchQueue queue, DeviceBuffer<uint> scenarios, int first, int items, int stride, DeviceBuffer<double> scratch, DeviceBuffer<double> shocks)
    {
        ArgumentNullException.ThrowIfNull(queue);
        queue.Launch(new NormalsLaunch(scenarios, first, Stream, seed, stride, scratch), items, 0, Pairs);
        queue.Launch(new CorrelateLaunch(Factors.Count, loadings, stride, scratch, shocks), items, 0, Factors.Count);
    }

    public void Dispose() => loadings.Dispose();
}
