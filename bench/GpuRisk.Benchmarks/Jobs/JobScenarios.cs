using GpuRisk.Accelerators;
using GpuRisk.Domain.Market;
using GpuRisk.Simulation.Scenarios;

namespace GpuRisk.Benchmarks.Jobs;

/// <summary>Given scenarios that are brought to the device anew each repeat, so that the clock sees the transfer.</summary>
internal sealed class JobScenarios(Accelerator accelerator, IReadOnlyList<FactorId> factors) : IScenarioStage
{
    private GivenScenarios? current;

    public IReadOnlyList<FactorId> Factors => factors;

    public int ScratchRows => 0;

    public void Give(ShockMatrix shocks)
    {
        current?.Dispose();
        current = new GivenScenarios(accelerator, shocks);
    }

    public void Launch(
        LaunchQueue queue, DeviceBuffer<uint> scenarios, int first, int items, int stride, DeviceBuffer<double> scratch, DeviceBuffer<double> shocks)
    {
        if (current is null)
            throw new InvalidOperationException("No scenarios were given.");
        current.Launch(queue, scenarios, first, items, stride, scratch, shocks);
    }

    public void Dispose() => current?.Dispose();
}
