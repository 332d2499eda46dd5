using GpuRisk.Accelerators;

namespace GpuRisk.Simulation.Revaluation;

/// <summary>Profits of all instruments over a tile of scenarios: instrument x scenario. Each queue works in its own.</summary>
public sealed class TileBuffers : IDisposable
{
    public TileBuffers(Accelerator accelerator, InstrumentTable table, int stride, Precision precision)
    {
        ArgumentNullException.ThrowIfNull(accelerator);
        ArgumentNullException.ThrowIfNull(table);
        Stride = stride;
        Precision = precision;
        long profits = Math.Max(1, (long)table.ProfitRows * stride);
        Profits = precision == Precision.Mixed ? accelerator.Allocate<float>(profits) : accelerator.Allocate<double>(profits);
    }

    public int Stride { get; }

    public Precision Precision { get; }

    /// <summary>Doubles or singles, by precision.</summary>
    public DeviceBuffer Profits { get; }

    public static long BytesAScenario(InstrumentTable table, Precision precision)
    {
        ArgumentNullException.ThrowIfNull(table);
        return (long)precision.ProfitBytes() * table.ProfitRows;
    }

    public void Dispose() => Profits.Dispose();
}
