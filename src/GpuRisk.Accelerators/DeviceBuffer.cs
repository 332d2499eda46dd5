namespace GpuRisk.Accelerators;

/// <summary>Elements in device memory. Kernels reach them through <see cref="Handle"/>; the host through the accelerator.</summary>
public sealed class DeviceBuffer<T> : IDisposable
    where T : unmanaged
{
    private readonly Action<nint> free;
    private nint handle;

    /// <param name="handle">The back end's name for the memory: an address on CPU and CUDA.</param>
    /// <param name="free">Gives the memory back.</param>
    public DeviceBuffer(nint handle, long length, Action<nint> free)
    {
        this.handle = handle;
        this.free = free;
        Length = length;
    }

    ~DeviceBuffer() => Release();

    public long Length { get; }

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
