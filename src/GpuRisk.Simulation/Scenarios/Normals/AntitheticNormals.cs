using GpuRisk.Accelerators;
using GpuRisk.Accelerators.Launches;

namespace GpuRisk.Simulation.Scenarios.Normals;

/// <summary>
/// Pairs of scenarios: 2k + 1 has the normals of 2k with the opposite sign. Each scenario alone is as of <see cref="PhiloxNormals"/>; pairs are independent of
/// one another.
/// </summary>
/// <remarks>Source: Hammersley and Morton, "A new Monte Carlo technique: antithetic variates" (1956).</remarks>
public sealed class AntitheticNormals(int count, ulong seed) : INormalSource
{
    public int Count => count;

    /// <summary>Normals come in pairs.</summary>
    public int Rows => 2 * Pairs;

    private int Pairs => (count + 1) / 2;

    public void Launch(LaunchQueue queue, DeviceBuffer<uint> scenarios, int first, int items, int stride, int step, DeviceBuffer<double> normals)
    {
        ArgumentNullException.ThrowIfNull(queue);
        queue.Launch(new AntitheticNormalsLaunch(scenarios, first, (uint)step, seed, stride, normals), items, 0, Pairs);
    }

    public void Dispose()
    {
    }
}
