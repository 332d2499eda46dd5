using GpuRisk.Accelerators;
using GpuRisk.Accelerators.Cpu;

namespace GpuRisk.TestSupport.Devices;

/// <summary>A device that computes on the processor, under another name: tests give it the faults of real ones.</summary>
public class StandInAccelerator(string name, int threads = 1) : Accelerator
{
    private readonly CpuAccelerator inner = new(threads);

    public bool Disposed { get; private set; }

    public override string Name => name;

    public override string Description => $"stand-in {name}";

    public override int Queues => inner.Queues;

    public override int ItemGranularity => inner.ItemGranularity;

    public override long QueueCacheBytes => inner.QueueCacheBytes;

    public override long SharedCacheBytes => inner.SharedCacheBytes;

    public override long MemoryBytes => 8L << 30;

    public override long LargestBufferBytes => 2L << 30;

    public override int WorkItems => inner.WorkItems;

    public override int LargestTile => inner.LargestTile;

    public override double BuildSeconds => 0.25;

    public override IReadOnlyDictionary<string, double> KernelSeconds => inner.KernelSeconds;

    public override DeviceBuffer<T> Allocate<T>(long length) => inner.Allocate<T>(length);

    public override DeviceBuffer<T> Share<T>(ReadOnlyMemory<T> values) => inner.Share(values);

    public override void ForEach(int count, Action<LaunchQueue, int> body, CancellationToken cancellation) => inner.ForEach(count, body, cancellation);

    public override void Synchronize() => inner.Synchronize();

    public override void Write<T>(ReadOnlySpan<T> values, DeviceBuffer<T> target, long offset) => inner.Write(values, target, offset);

    public override void Read<T>(DeviceBuffer<T> source, long offset, Span<T> values) => inner.Read(source, offset, values);

    public override void ReadRows<T>(DeviceBuffer<T> source, long offset, long stride, int rows, int width, Span<T> values) =>
        inner.ReadRows(source, offset, stride, rows, width, values);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        Disposed = true;
    }
}
