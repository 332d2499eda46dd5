using System.Runtime.InteropServices;
using GpuRisk.Accelerators;

namespace GpuRisk.TestSupport.Devices;

/// <summary>A device whose results are off by one unit in the last place of the first real of every read.</summary>
/// <param name="rowsOnly">Only where rows of a matrix are read, as tails are: a self-test finds nothing.</param>
public sealed class DistortingAccelerator(string name, bool rowsOnly = false) : StandInAccelerator(name)
{
    public override void Read<T>(DeviceBuffer<T> source, long offset, Span<T> values)
    {
        base.Read(source, offset, values);
        if (!rowsOnly)
            Distort(values);
    }

    public override void ReadRows<T>(DeviceBuffer<T> source, long offset, long stride, int rows, int width, Span<T> values)
    {
        base.ReadRows(source, offset, stride, rows, width, values);
        Distort(values);
    }

    private static void Distort<T>(Span<T> values)
        where T : unmanaged
    {
        if (typeof(T) == typeof(double) && values.Length > 0)
            MemoryMarshal.Cast<T, long>(values)[0] ^= 1;
    }
}
