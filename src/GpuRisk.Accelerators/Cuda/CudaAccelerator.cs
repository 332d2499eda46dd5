using System.Diagnostics;

namespace GpuRisk.Accelerators.Cuda;

/// <summary>
/// An NVIDIA device: one stream that takes copies and launches in order. Work is submitted by one thread at a time, whichever it is;
/// buffers may be freed from any.
/// </summary>
public sealed class CudaAccelerator : Accelerator
{
    private readonly CudaContext context;
    private readonly CudaMemory memory;
    private readonly CudaModule module;
    private readonly Staging staging;
    private readonly KernelTimes times;
    private readonly CudaQueue queue;
    private readonly long cacheBytes;
    private readonly int workItems;

    /// <param name="program">Its text is PTX.</param>
    internal CudaAccelerator(CudaDriver driver, CudaDevice device, KernelProgram program)
    {
        context = new CudaContext(driver, device);
        try
        {
            cacheBytes = Math.Max(1, device.Attribute(CudaDeviceAttribute.L2CacheSize));
            workItems = device.Attribute(CudaDeviceAttribute.MultiprocessorCount) * device.Attribute(CudaDeviceAttribute.MaxThreadsPerMultiprocessor);
            long start = Stopwatch.GetTimestamp();
            module = new CudaModule(context, program);
            BuildSeconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
            staging = new Staging(context);
            memory = new CudaMemory(context);
        }
        catch (AcceleratorException)
        {
            staging?.Dispose();
            module?.Unload();
            context.Dispose();
            throw;
        }
        times = new KernelTimes(context);
        queue = new CudaQueue(context, memory, module, times);
    }

    public override string Name => context.Device.Name;

    public override string Description => context.Device.Description;

    public override int Queues => 1;

    public override int ItemGranularity => WorkGroup.Warp;

    /// <summary>As many threads as its multiprocessors hold at once.</summary>
    public override int WorkItems => workItems;

    /// <summary>The second-level cache, which the whole device shares: what a queue's launches read again should lie in it.</summary>
    public override long QueueCacheBytes => cacheBytes;

    public override long SharedCacheBytes => cacheBytes;

    /// <summary>What was free when the device was opened, less a reserve.</summary>
    public override long MemoryBytes => memory.FreeBytes;

    public override long LargestBufferBytes => memory.FreeBytes;

    public override int LargestTile => 16_384;

    public override double BuildSeconds { get; }

    /// <summary>Measured on the device. Waits for what was launched; of a device that has failed, what was measured before.</summary>
    public override IReadOnlyDictionary<string, double> KernelSeconds
    {
        get
        {
            try
            {
                if (!context.IsDisposed)
                {
                    context.Synchronize();
                    times.Harvest();
                }
            }
            catch (AcceleratorException)
            {
                // The failure is told by whatever submits or reads next; a report of times is no place for it.
            }
            return times.Seconds;
        }
    }

    /// <summary>Events that exist, a measure of what is in flight.</summary>
    internal int Events => times.Events;

    public override unsafe DeviceBuffer<T> Allocate<T>(long length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        return new DeviceBuffer<T>(memory.Allocate(length, sizeof(T)), length, memory.Free);
    }

    public override DeviceBuffer<T> Share<T>(ReadOnlyMemory<T> values) => Upload(values.Span);

    public override void ForEach(int count, Action<LaunchQueue, int> body, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(body);
        context.Enter();
        for (int i = 0; i < count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            body(queue, i);
            times.Bound();
        }
    }

    public override void Synchronize() => context.Synchronize();

    public override unsafe void Write<T>(ReadOnlySpan<T> values, DeviceBuffer<T> target, long offset)
    {
        ArgumentNullException.ThrowIfNull(target);
        target.CheckRange(offset, values.Length);
        ulong address = memory.Address(target) + (ulong)(offset * sizeof(T));
        fixed (T* first = values)
            staging.Write((byte*)first, (long)values.Length * sizeof(T), address);
        GC.KeepAlive(target);
    }

    public override unsafe void Read<T>(DeviceBuffer<T> source, long offset, Span<T> values)
    {
        ArgumentNullException.ThrowIfNull(source);
        source.CheckRange(offset, values.Length);
        ulong address = memory.Address(source) + (ulong)(offset * sizeof(T));
        fixed (T* first = values)
            staging.Read(address, (byte*)first, (long)values.Length * sizeof(T));
        GC.KeepAlive(source);
    }

    public override unsafe void ReadRows<T>(DeviceBuffer<T> source, long offset, long stride, int rows, int width, Span<T> values)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        ArgumentOutOfRangeException.ThrowIfNegative(width);
        if (rows == 0 || width == 0)
            return;
        ArgumentOutOfRangeException.ThrowIfLessThan(stride, width);
        ArgumentOutOfRangeException.ThrowIfGreaterThan((long)rows * width, values.Length, nameof(values));
        Int128 span = (Int128)(rows - 1) * stride + width;
        source.CheckRange(offset, span > long.MaxValue ? long.MaxValue : (long)span);
        ulong address = memory.Address(source) + (ulong)(offset * sizeof(T));
        fixed (T* first = values)
            staging.ReadRows(address, stride * sizeof(T), (long)width * sizeof(T), rows, (byte*)first);
        GC.KeepAlive(source);
    }

    /// <summary>Safe after errors of the device, and before its buffers are disposed: they are freed with it.</summary>
    protected override unsafe void Dispose(bool disposing)
    {
        lock (context.Gate)
        {
            if (context.IsDisposed || context.TryEnter() != CudaResult.Success)
            {
                context.Dispose();
                return;
            }
            _ = context.Driver.StreamSynchronize(context.Stream);
            memory.FreeAll();
            staging.Dispose();
            times.Close();
            module.Unload();
            context.Dispose();
        }
    }
}
