using GpuRisk.Accelerators;
using GpuRisk.Accelerators.Launches;
using GpuRisk.Kernels.Lanes;

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
            Either<OptionsLaunch<Binary64>, OptionsLaunch<Binary32>>() + Either<LinearLaunch<Binary64>, LinearLaunch<Binary32>>(),
            Either<AccountsLaunch<Binary64>, AccountsLaunch<Binary32>>() + s.GetValueOrDefault(TotalsLaunch.Kernel),
            new[]
            {
                TailSelectLaunch.Kernel, TailFinishLaunch.Kernel, TailMinimaLaunch.Kernel, TailBoundLaunch.Kernel, TailFilterLaunch.Kernel, TailMergeLaunch.Kernel,
            }.Sum(kernel => s.GetValueOrDefault(kernel)));

        double Either<T64, T32>()
            where T64 : ILaunch
            where T32 : ILaunch => s.GetValueOrDefault(T64.Kernel) + s.GetValueOrDefault(T32.Kernel);
    }

    public static SimulationTimings operator -(SimulationTimings a, SimulationTimings b) =>
        new(a.Scenarios - b.Scenarios, a.Revaluation - b.Revaluation, a.Aggregation - b.Aggregation, a.Tail - b.Tail);
}
