using System.Runtime.InteropServices;
using GpuRisk.Accelerators;

namespace GpuRisk.TestSupport.Devices;

/// <summary>A device whose results are off by one unit in the last place of the first real of every read.</summary>
public sealed class DistortingAccelerator(string name) : StandInAccelerator(name)
{
    public override void Read<T>(DeviceBuffer<T> source, long offset, Span<T> values)
    {
        base.Read(source, offset, values);
        if (typeof(T) == typeof(double) && values.Length > 0)
            MemoryMarshal.Cast<T, long>(values)[0] ^= 1;
    }
}
