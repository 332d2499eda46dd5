using GpuRisk.Accelerators;
using GpuRisk.Accelerators.Launches;
using GpuRisk.Domain.Market;
using GpuRisk.Domain.Scenarios;
using GpuRisk.Simulation.Scenarios.Normals;

namespace GpuRisk.Simulation.Scenarios;

/// <summary>Draws from a <see cref="EllipticalModel"/>: the draw of scenario i and factor j is a function of (seed, i, j) alone.</summary>
public sealed class GaussianScenarios : IScenarioStage
{
    private readonly DeviceBuffer<double> loadings;
    private readonly INormalSource normals;

    public GaussianScenarios(Accelerator accelerator, EllipticalModel model, ulong seed)
        : this(accelerator, model, new PhiloxNormals((model ?? throw new ArgumentNullException(nameof(model))).Factors.Count, seed))
    {
    }

    /// <param name="normals">Of as many normals as the model has factors; disposed with the stage.</param>
    public GaussianScenarios(Accelerator accelerator, EllipticalModel model, INormalSource normals)
    {
        ArgumentNullException.ThrowIfNull(accelerator);
        ArgumentNullException.ThrowIfNull(model);
        Factors = model.Factors;
        int n = Factors.Count;
        this.normals = normals;
        var scaled = new double[n * n];
        for (int f = 0; f < n; f++)
        {
            for (int k = 0; k <= f; k++)
                scaled[f * n + k] = model.Volatilities[f] * model.Cholesky[f * n + k];
        }
        loadings = accelerator.Upload<double>(scaled);
    }

    public IReadOnlyList<FactorId> Factors { get; }

    public int ScratchRows => normals.Rows;

    public void Launch(
        LaunchQueue queue, DeviceBuffer<uint> scenarios, int first, int items, int stride, DeviceBuffer<double> scratch, DeviceBuffer<double> shocks)
    {
        ArgumentNullException.ThrowIfNull(queue);
        normals.Launch(queue, scenarios, first, items, stride, 0, scratch);
        queue.Launch(new CorrelateLaunch(Factors.Count, loadings, stride, scratch, shocks), items, 0, Factors.Count);
    }

    public void Dispose()
    {
        loadings.Dispose();
        normals.Dispose();
    }
}
