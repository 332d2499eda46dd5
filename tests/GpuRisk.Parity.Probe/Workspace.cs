using GpuRisk.Accelerators;
using GpuRisk.Kernels.Lanes;

namespace GpuRisk.Parity.Probe;

/// <summary>Buffers of one case, freed together; rows of its launches are shared among the queues.</summary>
internal sealed class Workspace(Accelerator accelerator) : IDisposable
{
    private readonly List<IDisposable> buffers = [];

    public DeviceBuffer<T> Upload<T>(T[] values)
        where T : unmanaged => Own(accelerator.Upload<T>(values));

    public DeviceBuffer<double> Reals(long count) => Own(accelerator.Allocate<double>(count));

    public DeviceBuffer Elements<E>(long count)
        where E : struct, IElement => typeof(E) == typeof(Binary32) ? Own(accelerator.Allocate<float>(count)) : Reals(count);

    public DeviceBuffer UploadElements<E>(double[] values)
        where E : struct, IElement => typeof(E) == typeof(Binary32) ? Upload<float>([.. values.Select(v => (float)v)]) : Upload(values);

    /// <summary>Doubles or singles, as bits.</summary>
    public ulong[] Bits(DeviceBuffer buffer) =>
        buffer is DeviceBuffer<float> singles ? Probe.Bits.Of([.. Read(singles).Select(v => (double)v)]) : Probe.Bits.Of(Read((DeviceBuffer<double>)buffer));

    public void Launch<TLaunch>(TLaunch launch, int items, int rows)
        where TLaunch : struct, ILaneLaunch =>
        accelerator.ForEachPart(rows, 1, (queue, first, count) => queue.Launch(launch, items, first, count), CancellationToken.None);

    public void LaunchScalar<TLaunch>(TLaunch launch, int items)
        where TLaunch : struct, IScalarLaunch =>
        accelerator.ForEachPart(items, 16, (queue, first, count) => queue.LaunchScalar(launch, first, count), CancellationToken.None);

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
