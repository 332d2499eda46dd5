using GpuRisk.Accelerators;

namespace GpuRisk.TestSupport.Devices;

/// <summary>A device that fails in the middle of a run: where the first rows of a matrix are read, as tails are.</summary>
public sealed class FailingAccelerator(string name) : StandInAccelerator(name)
{
    public override void ReadRows<T>(DeviceBuffer<T> source, long offset, long stride, int rows, int width, Span<T> values) =>
        throw new AcceleratorException($"{Name}: it fell off the bus.");
}

/// <summary>A device with room for so many bytes a buffer, which it does not tell.</summary>
public sealed class CrampedAccelerator(string name, long largest) : StandInAccelerator(name)
{
    public override unsafe DeviceBuffer<T> Allocate<T>(long length) =>
        length * sizeof(T) <= largest ? base.Allocate<T>(length) : throw new DeviceMemoryException($"{Name}: no room for {length * sizeof(T)} bytes.");
}
