using GpuRisk.Accelerators;
using GpuRisk.Accelerators.Launches;
using GpuRisk.Domain.Market;

namespace GpuRisk.Simulation.Scenarios;

/// <summary>Shocks from outside: a historical simulation, a reference job, a user's own scenarios.</summary>
public sealed class GivenScenarios : IScenarioStage
{
    private readonly DeviceBuffer<double> given;
    private readonly int count;

    public GivenScenarios(Accelerator accelerator, ShockMatrix shocks)
    {
        ArgumentNullException.ThrowIfNull(accelerator);
        ArgumentNullException.ThrowIfNull(shocks);
        Factors = shocks.Factors;
        count = shocks.Scenarios;
        given = accelerator.Share(shocks.Values);
    }

    public IReadOnlyList<FactorId> Factors { get; }

    public int ScratchRows => 0;

    public void Launch(
        LaunchQueue queue, DeviceBuffer<uint> scenarios, int first, int items, int stride, DeviceBuffer<double> scratch, DeviceBuffer<double> shocks)
    {
        ArgumentNullException.ThrowIfNull(queue);
        queue.LaunchScalar(new GatherLaunch(Factors.Count, scenarios, first, count, given, stride, shocks), 0, items);
    }

    public void Dispose() => given.Dispose();
}
