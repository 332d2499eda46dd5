using GpuRisk.Accelerators.Cpu;

namespace GpuRisk.Accelerators.OpenCl;

/// <summary>
/// A device behind OpenCL: one queue, in which launches and copies run in order while the host goes on. Used by one thread at a time;
/// buffers may be disposed on any thread, and after the accelerator.
/// </summary>
public sealed unsafe class OpenClAccelerator : Accelerator
{
    private const long LeastGpuCache = 2 << 20;

    private const int ItemsAGpuUnit = 2048;

    private const int ItemsACore = 1024;

    private readonly OpenClContext context;
    private readonly OpenClMemory memory;
    private readonly OpenClProgram program;
    private readonly HostTransfer transfer;
    private readonly KernelTimes times;
    private readonly OpenClQueue queue;
    private bool disposed;

    /// <param name="staged">Whether copies go through pinned memory; null for what suits the device.</param>
    /// <exception cref="AcceleratorException">The device fails, or its compiler refuses the kernels.</exception>
    internal OpenClAccelerator(OpenClDevice device, KernelProgram kernels, ProgramCache cache, bool? staged = null)
    {
        var opened = new Stack<IDisposable>();
        try
        {
            opened.Push(context = new OpenClContext(device));
            opened.Push(memory = new OpenClMemory(context));
            opened.Push(program = new OpenClProgram(context, kernels, cache));
            opened.Push(transfer = staged ?? !device.SharesHostMemory ? new StagedTransfer(context) : new DirectTransfer(context));
            opened.Push(times = new KernelTimes(context));
            queue = new OpenClQueue(context, memory, program, times);
        }
        catch
        {
            while (opened.TryPop(out IDisposable? part))
                part.Dispose();
            throw;
        }
    }

    public override string Name => context.Device.Name;

    public override string Description => context.Device.Description;

    public override int Queues => 1;

    public override int ItemGranularity => WorkGroup.Warp;

    /// <summary>A GPU's second level serves the whole device, and so its one queue.</summary>
    public override long QueueCacheBytes => context.Device.IsGpu ? Math.Max(LeastGpuCache, context.Device.CacheBytes) : ProcessorCache.CoreBytes;

    public override long SharedCacheBytes => context.Device.IsGpu ? QueueCacheBytes : ProcessorCache.LastLevelBytes;

    /// <summary>A compute unit of a GPU holds about two thousand threads; that of a processor is a core, which takes groups of items one by one.</summary>
    public override int WorkItems => context.Device.ComputeUnits * (context.Device.IsGpu ? ItemsAGpuUnit : ItemsACore);

    public override long MemoryBytes => memory.Capacity;

    public override long LargestBufferBytes => Math.Min(context.Device.LargestBufferBytes, memory.Capacity);

    public override int LargestTile => 16384;

    public override double BuildSeconds => program.BuildSeconds;

    /// <summary>Of the launches that are done.</summary>
    public override IReadOnlyDictionary<string, double> KernelSeconds => times.Seconds;

    /// <summary>Launches whose events are held.</summary>
    internal int PendingLaunches => times.Pending;

    /// <summary>Bytes that buffers take now.</summary>
    internal long UsedBytes => memory.Used;

    public override DeviceBuffer<T> Allocate<T>(long length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        ObjectDisposedException.ThrowIf(disposed, this);
        long bytes = length > long.MaxValue / sizeof(T) ? long.MaxValue : length * sizeof(T);
        return new DeviceBuffer<T>(memory.Allocate(bytes), length, memory.Release);
    }

    public override DeviceBuffer<T> Share<T>(ReadOnlyMemory<T> values) => Upload(values.Span);

    /// <summary>Does not wait at the end; <see cref="Synchronize"/> and every reading do.</summary>
    public override void ForEach(int count, Action<LaunchQueue, int> body, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(body);
        ObjectDisposedException.ThrowIf(disposed, this);
        for (int i = 0; i < count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            body(queue, i);
        }
        queue.Flush();
    }

    public override void Synchronize()
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        context.Finish();
        times.Await(0);
    }

    public override void Write<T>(ReadOnlySpan<T> values, DeviceBuffer<T> target, long offset)
    {
        Check(target);
        target.CheckRange(offset, values.Length);
        if (values.IsEmpty)
            return;
        fixed (T* source = values)
            transfer.Write((byte*)source, target.Handle, offset * sizeof(T), (long)values.Length * sizeof(T));
        GC.KeepAlive(target);
    }

    public override void Read<T>(DeviceBuffer<T> source, long offset, Span<T> values)
    {
        Check(source);
        source.CheckRange(offset, values.Length);
        if (values.IsEmpty)
            return;
        fixed (T* target = values)
            transfer.Read(source.Handle, offset * sizeof(T), (byte*)target, (long)values.Length * sizeof(T));
        GC.KeepAlive(source);
    }

    public override void ReadRows<T>(DeviceBuffer<T> source, long offset, long stride, int rows, int width, Span<T> values)
    {
        Check(source);
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        ArgumentOutOfRangeException.ThrowIfNegative(width);
        ArgumentOutOfRangeException.ThrowIfLessThan(stride, width);
        ArgumentOutOfRangeException.ThrowIfLessThan(values.Length, (long)rows * width, nameof(values));
        if (rows == 0 || width == 0)
            return;
        if (rows == 1)
            stride = width;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(stride, source.Length / Math.Max(1, rows - 1));
        source.CheckRange(offset, (rows - 1) * stride + width);
        fixed (T* target = values)
            transfer.ReadRows(source.Handle, offset * sizeof(T), stride * sizeof(T), rows, (long)width * sizeof(T), (byte*)target);
        GC.KeepAlive(source);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposed)
            return;
        disposed = true;
        // Copies and launches under way use what is released here; a lost device answers with an error, which changes nothing.
        _ = OpenClApi.Finish(context.Queue);
        times.Dispose();
        transfer.Dispose();
        program.Dispose();
        memory.Dispose();
        context.Dispose();
    }

    private void Check(DeviceBuffer buffer)
    {
        ArgumentNullException.ThrowIfNull(buffer);
        ObjectDisposedException.ThrowIf(disposed, this);
        ObjectDisposedException.ThrowIf(buffer.Handle == 0, buffer);
        if (!memory.Owns(buffer.Handle))
            throw new ArgumentException($"The buffer is not one of {Name}.", nameof(buffer));
    }
}
