using GpuRisk.Accelerators;
using GpuRisk.Accelerators.Launches;
using GpuRisk.Domain.Market;
using GpuRisk.Domain.Scenarios;

namespace GpuRisk.Simulation.Scenarios;

/// <summary>Draws from a <see cref="BootstrapModel"/>: the day of scenario i and step h is a function of (seed, i, h) alone.</summary>
public sealed class BootstrapScenarios : IScenarioStage
{
    private readonly int days;
    private readonly int steps;
    private readonly ulong seed;
    private readonly DeviceBuffer<double> changes;
    private readonly ShockPath? path;

    /// <exception cref="ArgumentException">The model is not one.</exception>
    public BootstrapScenarios(Accelerator accelerator, BootstrapModel model, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(accelerator);
        ModelChecks.Require(model);
        using var guard = new AllocationGuard();
        Factors = model.Factors;
        days = model.Dates.Count;
        steps = model.Steps;
        this.seed = seed;
        changes = guard.Hold(accelerator.Upload<double>(steps == 1 ? Revolatilised(model) : model.Innovations.Span));
        path = steps == 1 ? null : new ShockPath(accelerator, model.Volatilities, steps, model.Dynamics);
        guard.Release();
    }

    public IReadOnlyList<FactorId> Factors { get; }

    public int ScratchRows => path?.Rows ?? 0;

    public void Launch(
        LaunchQueue queue, DeviceBuffer<uint> scenarios, int first, int items, int stride, DeviceBuffer<double> scratch, DeviceBuffer<double> shocks)
    {
        ArgumentNullException.ThrowIfNull(queue);
        for (int step = 0; step < steps; step++)
        {
            queue.LaunchScalar(
                new DrawLaunch(Factors.Count, scenarios, first, RandomStreams.DayOf(step), seed, days, changes, stride, shocks), 0, items);
            path?.Launch(queue, step, items, 0, stride, scratch, shocks);
        }
    }

    public void Dispose()
    {
        changes.Dispose();
        path?.Dispose();
    }

    /// <summary>sigma x: all that there is to a single step.</summary>
    private static double[] Revolatilised(BootstrapModel model)
    {
        int n = model.Factors.Count;
        double[] scaled = model.Innovations.ToArray();
        for (int i = 0; i < scaled.Length; i++)
            scaled[i] *= model.Volatilities[i % n];
        return scaled;
    }
}
