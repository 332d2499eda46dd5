using GpuRisk.Accelerators;
using GpuRisk.Accelerators.Launches;

namespace GpuRisk.Simulation.Scenarios.Normals;

/// <summary>Independent scenarios: Philox4x32-10 at counter (scenario, pair of normals, step, 0), by inversion.</summary>
public sealed class PhiloxNormals(int count, ulong seed) : INormalSource
{
    public int Count => count;

    /// <summary>Normals come in pairs.</summary>
    public int Rows => 2 * Pairs;

    private int Pairs => (count + 1) / 2;

    public void Launch(LaunchQueue queue, DeviceBuffer<uint> scenarios, int first, int items, int stride, int step, DeviceBuffer<double> normals)
    {
        ArgumentNullException.ThrowIfNull(queue);
        queue.Launch(new NormalsLaunch(scenarios, first, RandomStreams.NormalsOf(step), seed, stride, normals), items, 0, Pairs);
    }

    public void Dispose()
    {
    }
}
