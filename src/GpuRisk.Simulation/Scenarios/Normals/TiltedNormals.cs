using GpuRisk.Accelerators;
using GpuRisk.Accelerators.Launches;

namespace GpuRisk.Simulation.Scenarios.Normals;

/// <summary>
/// Another source's normals, shifted and stretched: y_k = mean_k + deviation_k x_k, x the source's. Every eighth scenario, those whose numbers 8 divides, is left as the
/// source has it, so that no part of the model's law is out of reach. What makes up for it are <see cref="LikelihoodRatios"/>.
/// </summary>
public sealed class TiltedNormals : INormalSource
{
    /// <summary>Every so many scenarios are left as the source has them.</summary>
    public const int PlainEvery = 8;

    private readonly INormalSource source;
    private readonly DeviceBuffer<double> means;
    private readonly DeviceBuffer<double> deviations;

    /// <param name="source">Disposed with this, also where this cannot be made.</param>
    /// <param name="means">One a normal.</param>
    /// <param name="deviations">One a normal, positive.</param>
    public TiltedNormals(Accelerator accelerator, INormalSource source, double[] means, double[] deviations)
    {
        ArgumentNullException.ThrowIfNull(accelerator);
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(means);
        ArgumentNullException.ThrowIfNull(deviations);
        using var guard = new AllocationGuard();
        this.source = guard.Hold(source);
        if (means.Length != source.Count || deviations.Length != source.Count)
            throw new ArgumentException("One mean and one deviation a normal are needed.", nameof(means));
        this.means = guard.Hold(accelerator.Upload<double>(means));
        this.deviations = accelerator.Upload<double>(deviations);
        guard.Release();
    }

    public int Count => source.Count;

    public int Rows => source.Rows;

    public static bool IsPlain(int scenario) => scenario % PlainEvery == 0;

    public void Launch(LaunchQueue queue, DeviceBuffer<uint> scenarios, int first, int items, int stride, int step, DeviceBuffer<double> normals)
    {
        ArgumentNullException.ThrowIfNull(queue);
        source.Launch(queue, scenarios, first, items, stride, step, normals);
        queue.Launch(new TiltLaunch(scenarios, first, means, deviations, stride, normals), items, 0, Count);
    }

    public void Dispose()
    {
        source.Dispose();
        means.Dispose();
        deviations.Dispose();
    }
}
