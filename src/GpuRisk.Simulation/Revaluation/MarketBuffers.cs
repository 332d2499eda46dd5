using GpuRisk.Accelerators;
using GpuRisk.Simulation.Scenarios;

namespace GpuRisk.Simulation.Revaluation;

/// <summary>Shocks and market moves of some scenarios: row x scenario matrices with one stride.</summary>
public sealed class MarketBuffers : IDisposable
{
    public MarketBuffers(Accelerator accelerator, InstrumentTable table, IScenarioStage scenarios, int stride)
    {
        ArgumentNullException.ThrowIfNull(accelerator);
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(scenarios);
        using var guard = new AllocationGuard();
        Stride = stride;
        Scratch = guard.Hold(accelerator.Allocate<double>(Math.Max(1, (long)scenarios.ScratchRows * stride)));
        Shocks = guard.Hold(accelerator.Allocate<double>(Math.Max(1, (long)scenarios.Factors.Count * stride)));
        Logs = guard.Hold(accelerator.Allocate<double>((long)table.MarketRows * stride));
        Ratios = guard.Hold(accelerator.Allocate<double>((long)table.MarketRows * stride));
        guard.Release();
    }

    public int Stride { get; }

    public DeviceBuffer<double> Scratch { get; }

    public DeviceBuffer<double> Shocks { get; }

    public DeviceBuffer<double> Logs { get; }

    public DeviceBuffer<double> Ratios { get; }

    public static long BytesAScenario(InstrumentTable table, IScenarioStage scenarios)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(scenarios);
        return sizeof(double) * (scenarios.ScratchRows + scenarios.Factors.Count + 2L * table.MarketRows);
    }

    public void Dispose()
    {
        Scratch.Dispose();
        Shocks.Dispose();
        Logs.Dispose();
        Ratios.Dispose();
    }
}
