using GpuRisk.Accelerators;
using GpuRisk.Accelerators.Launches;

namespace GpuRisk.Simulation;

/// <summary>Seconds of device time in each stage, averaged over the queues.</summary>
public sealed record SimulationTimings(double Scenarios, double Revaluation, double Aggregation, double Tail)
{
    public static SimulationTimings Of(Accelerator accelerator)
    {
        ArgumentNullException.ThrowIfNull(accelerator);
        IReadOnlyDictionary<string, double> s = accelerator.KernelSeconds;
        return new SimulationTimings(
            s.GetValueOrDefault(NormalsLaunch.Kernel) + s.GetValueOrDefault(CorrelateLaunch.Kernel) + s.GetValueOrDefault(GatherLaunch.Kernel)
                + s.GetValueOrDefault(MoveLaunch.Kernel),
            s.GetValueOrDefault(OptionsLaunch.Kernel) + s.GetValueOrDefault(LinearLaunch.Kernel),
            s.GetValueOrDefault(AccountsLaunch.Kernel),
            s.GetValueOrDefault(TailSelectLaunch.Kernel) + s.GetValueOrDefault(TailFinishLaunch.Kernel));
    }

    public static SimulationTimings operator -(SimulationTimings a, SimulationTimings b) =>
        new(a.Scenarios - b.Scenarios, a.Revaluation - b.Revaluation, a.Aggregation - b.Aggregation, a.Tail - b.Tail);
}
