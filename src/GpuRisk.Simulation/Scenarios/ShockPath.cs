using GpuRisk.Accelerators;
using GpuRisk.Accelerators.Launches;
using GpuRisk.Domain.Scenarios;

namespace GpuRisk.Simulation.Scenarios;

/// <summary>Sums the steps of a horizon while variances go on: shock_f = sum over h of sigma_{f,h} e_{f,h}, sigma'^2 = omega + alpha r^2 + beta sigma^2.</summary>
internal sealed class ShockPath : IDisposable
{
    private readonly int factors;
    private readonly int steps;
    private readonly DeviceBuffer<double> variances;
    private readonly DeviceBuffer<double> omega;
    private readonly DeviceBuffer<double> alpha;
    private readonly DeviceBuffer<double> beta;

    /// <param name="dynamics">Null: variances stay.</param>
    public ShockPath(Accelerator accelerator, IReadOnlyList<double> volatilities, int steps, VarianceDynamics? dynamics)
    {
        using var guard = new AllocationGuard();
        factors = volatilities.Count;
        this.steps = steps;
        variances = guard.Hold(accelerator.Upload<double>([.. volatilities.Select(v => v * v)]));
        omega = guard.Hold(accelerator.Upload<double>([.. dynamics?.Omega ?? Enumerable.Repeat(0.0, factors)]));
        alpha = guard.Hold(accelerator.Upload<double>([.. dynamics?.Alpha ?? Enumerable.Repeat(0.0, factors)]));
        beta = guard.Hold(accelerator.Upload<double>([.. dynamics?.Beta ?? Enumerable.Repeat(1.0, factors)]));
        guard.Release();
    }

    /// <summary>Rows of scratch: what has been summed and the variance, of each factor.</summary>
    public int Rows => 2 * factors;

    /// <summary>Takes changes of unit variance in <paramref name="shocks"/>; leaves the shocks there after the last step.</summary>
    /// <param name="state">The first row of scratch that is this path's.</param>
    public void Launch(LaunchQueue queue, int step, int items, int state, int stride, DeviceBuffer<double> scratch, DeviceBuffer<double> shocks) =>
        queue.Launch(
            new AdvanceLaunch(step == 0 ? 1 : 0, step == steps - 1 ? 1 : 0, variances, omega, alpha, beta, state, stride, scratch, shocks),
            items, 0, factors);

    public void Dispose()
    {
        variances.Dispose();
        omega.Dispose();
        alpha.Dispose();
        beta.Dispose();
    }
}
