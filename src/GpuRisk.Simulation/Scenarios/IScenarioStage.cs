using GpuRisk.Accelerators;
using GpuRisk.Domain.Market;

namespace GpuRisk.Simulation.Scenarios;

/// <summary>Where shocks come from: drawn from a model, or given.</summary>
public interface IScenarioStage : IDisposable
{
    IReadOnlyList<FactorId> Factors { get; }

    /// <summary>Rows of scratch that a tile needs beside its shocks.</summary>
    int ScratchRows { get; }

    /// <summary>
    /// Fills shocks (factor x scenario of the tile, with the given stride) for the scenarios whose numbers stand at
    /// <paramref name="first"/> and after in <paramref name="scenarios"/>. The shocks of a scenario depend on its number alone.
    /// </summary>
    void Launch(
        LaunchQueue queue, DeviceBuffer<uint> scenarios, int first, int items, int stride, DeviceBuffer<double> scratch, DeviceBuffer<double> shocks);
}
