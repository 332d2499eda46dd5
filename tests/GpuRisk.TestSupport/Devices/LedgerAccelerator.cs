using GpuRisk.Accelerators;

namespace GpuRisk.TestSupport.Devices;

/// <summary>A device of any size that has no memory at all: it writes down what was allocated. Nothing can be launched on it.</summary>
public sealed class LedgerAccelerator(long memoryBytes, long largestBufferBytes) : StandInAccelerator("cuda:0")
{
    private nint handles;

    /// <summary>Whether it has the cache and the threads of a large GPU, or a cache for everything and the threads of a processor.</summary>
    public bool Gpu { get; init; }

    public override int ItemGranularity => Gpu ? 32 : base.ItemGranularity;

    public override int WorkItems => Gpu ? 132 * 2048 : base.WorkItems;

    public override int LargestTile => Gpu ? 16_384 : 4_096;

    public override long QueueCacheBytes => Gpu ? 50L << 20 : memoryBytes;

    public override long SharedCacheBytes => QueueCacheBytes;

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
