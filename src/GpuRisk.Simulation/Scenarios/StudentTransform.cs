using GpuRisk.Accelerators;
using GpuRisk.Accelerators.Launches;
using GpuRisk.Domain.Scenarios;
using GpuRisk.Simulation.Scenarios.Quantiles;

namespace GpuRisk.Simulation.Scenarios;

/// <summary>From normals to t values of variance 1, under marginals of their own where the model has them.</summary>
internal sealed class StudentTransform : IDisposable
{
    private readonly int factors;
    private readonly int mixingTerms;
    private readonly DeviceBuffer<double> mixing;
    private readonly MarginalSeries? marginals;
    private readonly DeviceBuffer<double>? marginalTerms;
    private readonly DeviceBuffer<double>? scales;

    public StudentTransform(Accelerator accelerator, EllipticalModel model)
    {
        using var guard = new AllocationGuard();
        factors = model.Factors.Count;
        double nu = model.DegreesOfFreedom!.Value;
        double[] series = MixingSeries.Of(nu, model.MarginalDegreesOfFreedom is null ? nu - 2 : nu);
        mixingTerms = series.Length;
        mixing = guard.Hold(accelerator.Upload<double>(series));
        if (model.MarginalDegreesOfFreedom is { } own)
        {
            marginals = MarginalSeries.Of(nu, own);
            marginalTerms = guard.Hold(accelerator.Upload<double>([.. marginals.Coefficients]));
            scales = accelerator.Upload<double>(
                [.. own.Select((v, f) => Math.Sqrt((v - 2) / v) * (model.Steps == 1 ? model.Volatilities[f] : 1))]);
        }
        guard.Release();
    }

    /// <summary>Multiplies the factors' normals by a variable that comes from the one after them.</summary>
    public void Mix(LaunchQueue queue, int items, int stride, DeviceBuffer<double> normals)
    {
        queue.Launch(new MixingLaunch(mixing, mixingTerms, 1 / MixingSeries.Reach, stride, normals), items, factors, 1);
        queue.Launch(new ScaleLaunch(factors, stride, normals), items, 0, factors);
    }

    /// <summary>Gives each factor its own degrees of freedom, where the model has them.</summary>
    public void Marginalise(LaunchQueue queue, int items, int stride, DeviceBuffer<double> values)
    {
        if (marginals is null)
            return;
        queue.Launch(
            new MarginalLaunch(marginalTerms!, marginals.Terms, 1 / marginals.Scale, 2 / marginals.Reach, scales!, stride, values), items, 0, factors);
    }

    public void Dispose()
    {
        mixing.Dispose();
        marginalTerms?.Dispose();
        scales?.Dispose();
    }
}
