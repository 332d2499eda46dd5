using System.Buffers.Binary;
using System.Security.Cryptography;
using GpuRisk.Kernels.Lanes;

namespace GpuRisk.Accelerators.Selection;

/// <summary>Holds the buffers of one kernel under test, launches it, and takes the digest of what it computed.</summary>
internal sealed class SelfTestBench(Accelerator accelerator) : IDisposable
{
    private const ulong AnyNaN = 0x7FF8000000000000UL;

    private readonly List<IDisposable> buffers = [];

    public DeviceBuffer<T> Upload<T>(params T[] values)
        where T : unmanaged => Own(accelerator.Upload<T>(values));

    public DeviceBuffer<double> Reals(long count) => Own(accelerator.Allocate<double>(count));

    /// <summary>Doubles or singles, by the element.</summary>
    public DeviceBuffer Elements<E>(long count)
        where E : struct, IElement => typeof(E) == typeof(Binary32) ? Own(accelerator.Allocate<float>(count)) : Reals(count);

    public DeviceBuffer UploadElements<E>(double[] values)
        where E : struct, IElement => typeof(E) == typeof(Binary32) ? Upload<float>([.. values.Select(v => (float)v)]) : Upload(values);

    public void Launch<TLaunch>(TLaunch launch, int items, int rows)
        where TLaunch : struct, ILaneLaunch =>
        accelerator.ForEachPart(rows, 1, (queue, first, count) => queue.Launch(launch, items, first, count), CancellationToken.None);

    public void LaunchScalar<TLaunch>(TLaunch launch, int items)
        where TLaunch : struct, IScalarLaunch =>
        accelerator.ForEachPart(items, 4, (queue, first, count) => queue.LaunchScalar(launch, first, count), CancellationToken.None);

    public double[] Read(DeviceBuffer buffer) =>
        buffer switch
        {
            DeviceBuffer<float> singles => [.. ReadAll(singles).Select(v => (double)v)],
            DeviceBuffer<int> whole => [.. ReadAll(whole).Select(v => (double)v)],
            _ => ReadAll((DeviceBuffer<double>)buffer),
        };

    /// <summary>
    /// SHA-256 over the doubles, little-endian, in lower-case hexadecimal. Every NaN counts as the same one: IEEE 754 leaves its sign and
    /// payload open, processors differ in them, and no kernel lets them through to a number.
    /// </summary>
    public static string Digest(double[] values)
    {
        var bytes = new byte[values.Length * sizeof(double)];
        for (int i = 0; i < values.Length; i++)
        {
            ulong bits = double.IsNaN(values[i]) ? AnyNaN : BitConverter.DoubleToUInt64Bits(values[i]);
            BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(i * sizeof(double)), bits);
        }
        return Convert.ToHexStringLower(SHA256.HashData(bytes));
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

    private T[] ReadAll<T>(DeviceBuffer<T> buffer)
        where T : unmanaged
    {
        var values = new T[buffer.Length];
        accelerator.Read<T>(buffer, 0, values);
        return values;
    }
}
