using System.Buffers;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace GpuRisk.Accelerators.Cpu;

/// <summary>The processor: a queue a thread, buffers in main memory on cache-line borders.</summary>
public sealed class CpuAccelerator : Accelerator
{
    /// <summary>Elements of the widest lanes: buffers fit every width, so that plans do not depend on the machine.</summary>
    private const int WidestLanes = 16;

    private const int CacheLine = 64;

    private readonly CpuQueue[] queues;
    private readonly WorkerTeam team;
    private readonly LaneWidth width;

    /// <param name="threads">0: one a processor.</param>
    /// <param name="width">Null: the widest the hardware has.</param>
    public CpuAccelerator(int threads = 0, LaneWidth? width = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(threads);
        this.width = width ?? LaneWidths.Widest;
        int members = threads == 0 ? Environment.ProcessorCount : threads;
        queues = [.. Enumerable.Range(0, members).Select(i => new CpuQueue(i, this.width))];
        team = new WorkerTeam(members);
    }

    public override string Name => "cpu";

    public override string Description =>
        $"cpu ({width.Name()}, {(queues.Length == 1 ? "1 thread" : $"{queues.Length} threads")})";

    public override int Queues => queues.Length;

    public override int ItemGranularity => WidestLanes;

    public override long QueueCacheBytes => ProcessorCache.CoreBytes;

    public override long SharedCacheBytes => ProcessorCache.LastLevelBytes;

    /// <summary>What the runtime may use of main memory.</summary>
    public override long MemoryBytes => GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;

    public override long LargestBufferBytes => MemoryBytes;

    public override int WorkItems => WidestLanes * queues.Length;

    public override int LargestTile => 256;

    public override double BuildSeconds => 0;

    public override IReadOnlyDictionary<string, double> KernelSeconds
    {
        get
        {
            var seconds = new Dictionary<string, double>(StringComparer.Ordinal);
            foreach (CpuQueue queue in queues)
            {
                foreach ((string kernel, long ticks) in queue.Ticks)
                    seconds[kernel] = seconds.GetValueOrDefault(kernel) + (double)ticks / Stopwatch.Frequency / queues.Length;
            }
            return seconds;
        }
    }

    public override unsafe DeviceBuffer<T> Allocate<T>(long length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        try
        {
            nuint bytes = checked((nuint)length * (nuint)sizeof(T));
            void* memory = NativeMemory.AlignedAlloc(bytes, bytes < HugePages.Size ? CacheLine : HugePages.Size);
            HugePages.Advise(memory, bytes);
            NativeMemory.Clear(memory, bytes);
            return new DeviceBuffer<T>((nint)memory, length, static handle => NativeMemory.AlignedFree((void*)handle));
        }
        catch (Exception e) when (e is OutOfMemoryException or OverflowException)
        {
            throw new DeviceMemoryException(
                $"cpu: no room for a buffer of {length} elements of {sizeof(T)} bytes; use a smaller memory budget, fewer accounts or a shallower tail.", e);
        }
    }

    public override unsafe DeviceBuffer<T> Share<T>(ReadOnlyMemory<T> values)
    {
        if (values.IsEmpty)
            return Allocate<T>(1);
        MemoryHandle pinned = values.Pin();
        return new DeviceBuffer<T>((nint)pinned.Pointer, values.Length, _ => pinned.Dispose());
    }

    public override void ForEach(int count, Action<LaunchQueue, int> body, CancellationToken cancellation)
    {
        int next = -1;
        team.Run(member =>
        {
            for (int i = Interlocked.Increment(ref next); i < count; i = Interlocked.Increment(ref next))
            {
                cancellation.ThrowIfCancellationRequested();
                body(queues[member], i);
            }
        });
    }

    /// <summary>Nothing to wait for: launches run on the threads that submit them.</summary>
    public override void Synchronize()
    {
    }

    public override unsafe void Write<T>(ReadOnlySpan<T> values, DeviceBuffer<T> target, long offset)
    {
        target.CheckRange(offset, values.Length);
        values.CopyTo(new Span<T>((T*)target.Handle + offset, values.Length));
    }

    public override unsafe void Read<T>(DeviceBuffer<T> source, long offset, Span<T> values)
    {
        source.CheckRange(offset, values.Length);
        new ReadOnlySpan<T>((T*)source.Handle + offset, values.Length).CopyTo(values);
    }

    public override unsafe void ReadRows<T>(DeviceBuffer<T> source, long offset, long stride, int rows, int width, Span<T> values)
    {
        if (rows == 0)
            return;
        ArgumentOutOfRangeException.ThrowIfLessThan(stride, width);
        source.CheckRange(offset, (rows - 1) * stride + width);
        for (int row = 0; row < rows; row++)
            new ReadOnlySpan<T>((T*)source.Handle + offset + row * stride, width).CopyTo(values.Slice(row * width, width));
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            team.Dispose();
    }
}
