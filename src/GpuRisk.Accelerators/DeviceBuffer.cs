namespace GpuRisk.Accelerators;

/// <summary>Memory of a device, whatever its elements.</summary>
public abstract class DeviceBuffer : IDisposable
{
    private readonly Action<nint> free;
    private nint handle;

    private protected DeviceBuffer(nint handle, long length, Action<nint> free)
    {
        this.handle = handle;
        this.free = free;
        Length = length;
    }

    ~DeviceBuffer() => Release();

    /// <summary>Elements.</summary>
    public long Length { get; }

    /// <summary>Bytes of an element.</summary>
    public abstract int ElementSize { get; }

    /// <summary>0 once disposed. Read for every work item on the CPU, hence no check.</summary>
    public nint Handle => handle;

    public void Dispose()
    {
        Release();
        GC.SuppressFinalize(this);
    }

    /// <summary>Throws unless the range lies inside the buffer.</summary>
    public void CheckRange(long offset, long count)
    {
        if (offset < 0 || count < 0 || offset > Length - count)
            throw new ArgumentOutOfRangeException(nameof(offset), $"Elements {offset} to {offset + count} are not inside a buffer of {Length}.");
    }

    private void Release()
    {
        nint old = Interlocked.Exchange(ref handle, 0);
        if (old != 0)
            free(old);
    }
}

/// <summary>Elements in device memory. Kernels reach them through <see cref="DeviceBuffer.Handle"/>; the host through the accelerator.</summary>
public sealed class DeviceBuffer<T> : DeviceBuffer
    where T : unmanaged
{
    /// <param name="handle">The back end's name for the memory: an address on CPU and CUDA, a memory object on OpenCL.</param>
    /// <param name="free">Gives the memory back.</param>
    public DeviceBuffer(nint handle, long length, Action<nint> free)
        : base(handle, length, free)
    {
    }

    public override unsafe int ElementSize => sizeof(T);
}
