using GpuRisk.Accelerators;
using GpuRisk.Simulation.Scenarios;

namespace GpuRisk.Simulation.Revaluation;

/// <summary>Scratch of one tile: row x scenario matrices with one stride. Each queue works in its own.</summary>
public sealed class TileBuffers : IDisposable
{
    public TileBuffers(Accelerator accelerator, InstrumentTable table, IScenarioStage scenarios, int stride, Precision precision = Precision.Double)
    {
        ArgumentNullException.ThrowIfNull(accelerator);
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(scenarios);
        using var guard = new AllocationGuard();
        Stride = stride;
        Precision = precision;
        Scratch = guard.Hold(accelerator.Allocate<double>(Math.Max(1, (long)scenarios.ScratchRows * stride)));
        Shocks = guard.Hold(accelerator.Allocate<double>(Math.Max(1, (long)scenarios.Factors.Count * stride)));
        Logs = guard.Hold(accelerator.Allocate<double>((long)table.MarketRows * stride));
        Ratios = guard.Hold(accelerator.Allocate<double>((long)table.MarketRows * stride));
        long profits = Math.Max(1, (long)table.ProfitRows * stride);
        Profits = precision == Precision.Mixed ? accelerator.Allocate<float>(profits) : accelerator.Allocate<double>(profits);
        guard.Release();
    }

    public int Stride { get; }

    public Precision Precision { get; }

    public DeviceBuffer<double> Scratch { get; }

    public DeviceBuffer<double> Shocks { get; }

    public DeviceBuffer<double> Logs { get; }

    public DeviceBuffer<double> Ratios { get; }

    /// <summary>Doubles or singles, by precision.</summary>
    public DeviceBuffer Profits { get; }

    /// <summary>Bytes of one scenario of one tile.</summary>
    public static long BytesAScenario(InstrumentTable table, IScenarioStage scenarios, Precision precision = Precision.Double)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(scenarios);
        return sizeof(double) * (scenarios.ScratchRows + scenarios.Factors.Count + 2L * table.MarketRows) + (long)precision.ProfitBytes() * table.ProfitRows;
    }

    public void Dispose()
    {
        Scratch.Dispose();
        Shocks.Dispose();
        Logs.Dispose();
        Ratios.Dispose();
        Profits.Dispose();
    }
}
