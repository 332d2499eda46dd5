using GpuRisk.Accelerators;

namespace GpuRisk.TestSupport.Devices;

/// <summary>A device of any size that has no memory at all: it writes down what was allocated. Nothing can be launched on it.</summary>
/// <param name="workItems">As many as a large GPU holds, where nothing else is said.</param>
public sealed class LedgerAccelerator(long memoryBytes, long largestBufferBytes, int workItems = 132 * 2_048) : StandInAccelerator("cuda:0")
{
    private nint handles;

    public override int WorkItems => workItems;

    public override int LargestTile => 4_096;

    public override long QueueCacheBytes => memoryBytes;

    public override long SharedCacheBytes => memoryBytes;

    public override long MemoryBytes => memoryBytes;

    public override long LargestBufferBytes => largestBufferBytes;

    /// <summary>Bytes in buffers that live.</summary>
    public long Held { get; private set; }

    /// <summary>The most bytes that were held at a time.</summary>
    public long Peak { get; private set; }

    /// <summary>Bytes of the largest buffer so far.</summary>
    public long Largest { get; private set; }

    /// <summary>Allocations so far.</summary>
    public int Allocations { get; private set; }

    /// <summary>The allocation, counted from 0, that is refused.</summary>
    public int? Refused { get; init; }

    /// <summary>Whether writing fails.</summary>
    public bool ReadOnly { get; init; }

    public override unsafe DeviceBuffer<T> Allocate<T>(long length)
    {
        long bytes = length * sizeof(T);
        if (Allocations++ == Refused)
            throw new DeviceMemoryException($"{Name}: no room for {bytes} bytes.");
        Held += bytes;
        Peak = Math.Max(Peak, Held);
        Largest = Math.Max(Largest, bytes);
        return new DeviceBuffer<T>(++handles, length, _ => Held -= bytes);
    }

    public override DeviceBuffer<T> Share<T>(ReadOnlyMemory<T> values) => Allocate<T>(Math.Max(1, values.Length));

    public override void Write<T>(ReadOnlySpan<T> values, DeviceBuffer<T> target, long offset)
    {
        target.CheckRange(offset, values.Length);
        if (ReadOnly)
            throw new AcceleratorException($"{Name}: it fell off the bus.");
    }
}
