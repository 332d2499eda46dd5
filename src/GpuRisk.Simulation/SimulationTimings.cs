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
            Sum(
                NormalsLaunch.Kernel, AntitheticNormalsLaunch.Kernel, SobolNormalsLaunch.Kernel, TiltLaunch.Kernel, CorrelateLaunch.Kernel,
                CombineLaunch.Kernel, GatherLaunch.Kernel, MixingLaunch.Kernel, ScaleLaunch.Kernel, MarginalLaunch.Kernel, AdvanceLaunch.Kernel,
                DrawLaunch.Kernel, UniformsLaunch.Kernel, ChooseLaunch.Kernel, MoveLaunch.Kernel),
            Either<OptionsLaunch<Binary64>, OptionsLaunch<Binary32>>() + Either<LinearLaunch<Binary64>, LinearLaunch<Binary32>>(),
            Either<AccountsLaunch<Binary64>, AccountsLaunch<Binary32>>() + s.GetValueOrDefault(TotalsLaunch.Kernel),
            Sum(
                TailSelectLaunch.Kernel, TailFinishLaunch.Kernel, TailMinimaLaunch.Kernel, TailBoundLaunch.Kernel, TailFilterLaunch.Kernel,
                TailMergeLaunch.Kernel));

        double Sum(params ReadOnlySpan<string> kernels)
        {
            double sum = 0;
            foreach (string kernel in kernels)
                sum += s.GetValueOrDefault(kernel);
            return sum;
        }

        double Either<T64, T32>()
            where T64 : ILaunch
            where T32 : ILaunch => s.GetValueOrDefault(T64.Kernel) + s.GetValueOrDefault(T32.Kernel);
    }

    public static SimulationTimings operator -(SimulationTimings a, SimulationTimings b) =>
        new(a.Scenarios - b.Scenarios, a.Revaluation - b.Revaluation, a.Aggregation - b.Aggregation, a.Tail - b.Tail);
}
