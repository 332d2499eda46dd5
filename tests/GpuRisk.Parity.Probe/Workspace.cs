using GpuRisk.Accelerators;

namespace GpuRisk.Parity.Probe;

/// <summary>Buffers of one case, freed together; rows of its launches are shared among the queues.</summary>
internal sealed class Workspace(Accelerator accelerator) : IDisposable
{
    private readonly List<IDisposable> buffers = [];

    public DeviceBuffer<T> Upload<T>(T[] values)
        where T : unmanaged => Own(accelerator.Upload<T>(values));

    public DeviceBuffer<double> Reals(long count) => Own(accelerator.Allocate<double>(count));

    public void Launch<TLaunch>(TLaunch launch, int items, int rows)
        where TLaunch : struct, ILaneLaunch =>
        accelerator.ForEach(rows, (queue, row) => queue.Launch(launch, items, row, 1), CancellationToken.None);

    public void LaunchScalar<TLaunch>(TLaunch launch, int items)
        where TLaunch : struct, IScalarLaunch
    {
        const int chunk = 16;
        accelerator.ForEach(
            (items + chunk - 1) / chunk, (queue, i) => queue.LaunchScalar(launch, i * chunk, Math.Min(chunk, items - i * chunk)), CancellationToken.None);
    }

    public T[] Read<T>(DeviceBuffer<T> buffer)
        where T : unmanaged
    {
        var values = new T[buffer.Length];
        accelerator.Read<T>(buffer, 0, values);
        return values;
    }

    public void Dispose()
    {
        foreach (IDisposable buffer in buffers)
            buffer.Dispose();
    }

    private DeviceBuffer<T> Own<T>(DeviceBuffer<T> buffer)
        where T : unmanaged
    {
        buffers.Add(buffer);
        return buffer;
    }
}
