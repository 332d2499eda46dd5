using GpuRisk.Accelerators;

namespace GpuRisk.Simulation.Scenarios.Normals;

/// <summary>Independent standard normals of each scenario: those of scenario i are a function of the source's key and i alone.</summary>
public interface INormalSource : IDisposable
{
    /// <summary>Normals a scenario and step.</summary>
    int Count { get; }

    /// <summary>Rows that <see cref="Launch"/> writes: <see cref="Count"/> at least.</summary>
    int Rows { get; }

    /// <summary>
    /// Writes normal k of <paramref name="step"/> to row k (with the given stride) for the scenarios whose numbers stand at
    /// <paramref name="first"/> and after. Steps count from 0 and share no normal.
    /// </summary>
    void Launch(LaunchQueue queue, DeviceBuffer<uint> scenarios, int first, int items, int stride, int step, DeviceBuffer<double> normals);
}
