using GpuRisk.Accelerators;
using GpuRisk.Accelerators.Launches;

namespace GpuRisk.Simulation.Scenarios.Normals;

/// <summary>
/// The first normals of another source in other coordinates: z = U y, y_k = mean_k + deviation_k x_k, x the source's and U orthogonal. With means 0 and deviations 1
/// a rotation, whose result is standard normal too: it decides which directions the source's first normals stand for. Otherwise every eighth scenario, those
/// whose numbers 8 divides, is left as the source has it, x for y, so that no part of the model's law is out of reach.
/// </summary>
public sealed class TiltedNormals : INormalSource
{
    /// <summary>Every so many scenarios are left as the source has them.</summary>
    public const int PlainEvery = 8;

    private readonly INormalSource source;
    private readonly DeviceBuffer<double> means;
    private readonly DeviceBuffer<double> deviations;
    private readonly DeviceBuffer<double> rotation;
    private readonly int rotated;

    /// <param name="source">Disposed with this.</param>
    /// <param name="rotation">U, row-major; its order is the number of normals that are changed, the first of a step.</param>
    public TiltedNormals(Accelerator accelerator, INormalSource source, double[] means, double[] deviations, double[] rotation)
    {
        ArgumentNullException.ThrowIfNull(accelerator);
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(means);
        ArgumentNullException.ThrowIfNull(deviations);
        ArgumentNullException.ThrowIfNull(rotation);
        rotated = means.Length;
        if (rotated > source.Count || deviations.Length != rotated || rotation.Length != rotated * rotated)
            throw new ArgumentException("Means, deviations and rotation do not belong to one source.", nameof(rotation));
        this.source = source;
        using var guard = new AllocationGuard();
        this.means = guard.Hold(accelerator.Upload<double>(means));
        this.deviations = guard.Hold(accelerator.Upload<double>(deviations));
        this.rotation = accelerator.Upload<double>(rotation);
        guard.Release();
    }

    public int Count => source.Count;

    /// <summary>y stands below the source's rows.</summary>
    public int Rows => source.Rows + rotated;

    /// <summary>The first row of y after a launch.</summary>
    public int TiltedRow => source.Rows;

    public static bool IsPlain(int scenario) => scenario % PlainEvery == 0;

    /// <summary>Disposed with this, it changes the coordinates and nothing else.</summary>
    public static TiltedNormals Rotated(Accelerator accelerator, INormalSource source, double[] rotation)
    {
        ArgumentNullException.ThrowIfNull(rotation);
        int order = (int)Math.Round(Math.Sqrt(rotation.Length));
        var deviations = new double[order];
        Array.Fill(deviations, 1);
        return new TiltedNormals(accelerator, source, new double[order], deviations, rotation);
    }

    public void Launch(LaunchQueue queue, DeviceBuffer<uint> scenarios, int first, int items, int stride, int step, DeviceBuffer<double> normals)
    {
        ArgumentNullException.ThrowIfNull(queue);
        source.Launch(queue, scenarios, first, items, stride, step, normals);
        queue.Launch(new TiltLaunch(scenarios, first, means, deviations, source.Rows, stride, normals), items, 0, rotated);
        queue.Launch(new RotateLaunch(rotated, rotation, source.Rows, stride, normals), items, 0, rotated);
    }

    public void Dispose()
    {
        source.Dispose();
        means.Dispose();
        deviations.Dispose();
        rotation.Dispose();
    }
}
