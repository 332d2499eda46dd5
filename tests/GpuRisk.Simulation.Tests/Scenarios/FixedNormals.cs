using GpuRisk.Accelerators;
using GpuRisk.Accelerators.Launches;
using GpuRisk.Simulation.Scenarios.Normals;

namespace GpuRisk.Simulation.Tests.Scenarios;

/// <summary>Normals that a test sets: <paramref name="values"/>[step][k][scenario].</summary>
internal sealed class FixedNormals(Accelerator accelerator, double[][][] values) : INormalSource
{
    private readonly DeviceBuffer<double>[] held = [.. values.Select(step => accelerator.Upload<double>([.. step.SelectMany(row => row)]))];

    public int Count => values[0].Length;

    public int Rows => Count;

    public void Launch(LaunchQueue queue, DeviceBuffer<uint> scenarios, int first, int items, int stride, int step, DeviceBuffer<double> normals) =>
        queue.LaunchScalar(new GatherLaunch(Count, scenarios, first, values[step][0].Length, held[step], stride, normals), 0, items);

    public void Dispose()
    {
        foreach (DeviceBuffer<double> buffer in held)
            buffer.Dispose();
    }
}
