namespace GpuRisk.Accelerators;

/// <summary>
/// A device on which buffers are allocated and kernels launched. Work is submitted to queues: launches of one queue run
/// in order, queues run beside each other. Every back end computes the same bits.
/// </summary>
public abstract class Accelerator : IDisposable
{
    /// <summary>The back end's name on the command line: <c>cpu</c>, <c>opencl:0</c>.</summary>
    public abstract string Name { get; }

    /// <summary>What computes, for people: <c>cpu (AVX-512, 2 threads)</c>.</summary>
    public abstract string Description { get; }

    /// <summary>How many queues run at once; each needs scratch buffers of its own.</summary>
    public abstract int Queues { get; }

    /// <summary>Launches round their items up to a multiple of this, so buffers must have room for it.</summary>
    public abstract int ItemGranularity { get; }

    /// <summary>Work items that it takes to keep all of it busy: a few lanes on a CPU, many thousands of threads on a GPU.</summary>
    public abstract int WorkItems { get; }

    /// <summary>Bytes that one queue keeps closest to its arithmetic: a core's own cache.</summary>
    public abstract long QueueCacheBytes { get; }

    /// <summary>Bytes that all queues together keep close: the last-level cache.</summary>
    public abstract long SharedCacheBytes { get; }

    /// <summary>Allocates <paramref name="length"/> elements, zeroed.</summary>
    /// <exception cref="AcceleratorException">The device has no room for them.</exception>
    public abstract DeviceBuffer<T> Allocate<T>(long length)
        where T : unmanaged;

    /// <summary>Bytes of memory that buffers can take.</summary>
    public abstract long MemoryBytes { get; }

    /// <summary>Bytes of the largest buffer.</summary>
    public abstract long LargestBufferBytes { get; }

    /// <summary>Past this many scenarios a tile gains nothing.</summary>
    public abstract int LargestTile { get; }

    /// <summary>Seconds that compiling and loading the kernels took; 0 where they are part of the program.</summary>
    public abstract double BuildSeconds { get; }

    /// <summary>
    /// Runs <paramref name="body"/> for every index from 0 to <paramref name="count"/> - 1, each on some queue, in no given order
    /// across queues. Whatever is submitted to the accelerator afterwards sees all that was written. What the bodies write must not overlap.
    /// </summary>
    public abstract void ForEach(int count, Action<LaunchQueue, int> body, CancellationToken cancellation);

    /// <summary>
    /// Runs <paramref name="body"/>(queue, first, count) over ranges that cover <paramref name="total"/> items or rows: ranges of about
    /// <paramref name="part"/> where several queues share them, all at once where there is one queue.
    /// </summary>
    public void ForEachPart(int total, int part, Action<LaunchQueue, int, int> body, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(body);
        int size = Queues == 1 ? Math.Max(1, total) : part;
        ForEach((total + size - 1) / size, (queue, i) => body(queue, i * size, Math.Min(size, total - i * size)), cancellation);
    }

    /// <summary>Waits until everything submitted is done.</summary>
    public abstract void Synchronize();

    /// <summary>Seconds spent in each kernel so far, averaged over the queues.</summary>
    public abstract IReadOnlyDictionary<string, double> KernelSeconds { get; }

    /// <summary>Copies host data into a new buffer.</summary>
    public DeviceBuffer<T> Upload<T>(ReadOnlySpan<T> values)
        where T : unmanaged
    {
        using var guard = new AllocationGuard();
        DeviceBuffer<T> buffer = guard.Hold(Allocate<T>(Math.Max(1, values.Length)));
        Write(values, buffer, 0);
        guard.Release();
        return buffer;
    }

    /// <summary>
    /// Lets kernels read host data that nobody changes as long as the buffer lives: a copy on a device, the data itself where the host's
    /// memory is the device's.
    /// </summary>
    public abstract DeviceBuffer<T> Share<T>(ReadOnlyMemory<T> values)
        where T : unmanaged;

    /// <summary>Copies host data into a buffer, once every launch so far is done.</summary>
    public abstract void Write<T>(ReadOnlySpan<T> values, DeviceBuffer<T> target, long offset)
        where T : unmanaged;

    /// <summary>Copies a part of a buffer to the host, once every launch so far is done.</summary>
    public abstract void Read<T>(DeviceBuffer<T> source, long offset, Span<T> values)
        where T : unmanaged;

    /// <summary>
    /// Copies rows of a matrix to the host, packed: <paramref name="rows"/> times <paramref name="width"/> elements, from element
    /// <paramref name="offset"/> on, <paramref name="stride"/> apart in the buffer. Once every launch so far is done.
    /// </summary>
    public abstract void ReadRows<T>(DeviceBuffer<T> source, long offset, long stride, int rows, int width, Span<T> values)
        where T : unmanaged;

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected abstract void Dispose(bool disposing);
}
