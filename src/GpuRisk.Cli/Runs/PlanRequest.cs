using GpuRisk.Accelerators;
using GpuRisk.Simulation;

namespace GpuRisk.Cli.Runs;

/// <summary>What the user said about the plan of a run; the device says the rest.</summary>
/// <param name="MemoryBytes">Null: what the device has for a run.</param>
internal sealed record PlanRequest(int? Tile, long? MemoryBytes, Precision Precision)
{
    public PlanOptions On(DeviceInfo device, Accelerator accelerator) => new()
    {
        Tile = Tile,
        MemoryBytes = MemoryBytes ?? PlanOptions.DefaultMemoryOf(device, accelerator),
        Precision = Precision,
    };
}
