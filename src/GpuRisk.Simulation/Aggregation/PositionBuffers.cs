using GpuRisk.Accelerators;
using GpuRisk.Domain.Portfolios;
using GpuRisk.Simulation.Revaluation;

namespace GpuRisk.Simulation.Aggregation;

/// <summary>Positions on a device, as CSR over profit rows.</summary>
public sealed class PositionBuffers : IDisposable
{
    public PositionBuffers(Accelerator accelerator, PositionTable positions, InstrumentTable table)
    {
        ArgumentNullException.ThrowIfNull(accelerator);
        ArgumentNullException.ThrowIfNull(positions);
        ArgumentNullException.ThrowIfNull(table);
        using var guard = new AllocationGuard();
        Accounts = positions.Accounts.Count;
        RowStart = guard.Hold(accelerator.Share(positions.RowStart));
        Quantities = guard.Hold(accelerator.Share(positions.Quantity));
        var rows = new int[positions.Count];
        ReadOnlySpan<int> instruments = positions.Instrument.Span;
        for (int i = 0; i < rows.Length; i++)
            rows[i] = table.ProfitRow[instruments[i]];
        ProfitRows = accelerator.Upload<int>(rows);
        guard.Release();
    }

    public int Accounts { get; }

    public DeviceBuffer<int> RowStart { get; }

    public DeviceBuffer<int> ProfitRows { get; }

    public DeviceBuffer<double> Quantities { get; }

    public static long Bytes(PositionTable positions)
    {
        ArgumentNullException.ThrowIfNull(positions);
        return positions.Count * (long)(sizeof(int) + sizeof(double)) + positions.RowStart.Length * (long)sizeof(int);
    }

    public void Dispose()
    {
        RowStart.Dispose();
        ProfitRows.Dispose();
        Quantities.Dispose();
    }
}
