namespace GpuRisk.Accelerators.Cuda;

/// <summary>The buffers that live on a device.</summary>
internal sealed unsafe class CudaMemory
{
    /// <summary>What the driver, its compiler and the display keep room for.</summary>
    private const long ReserveBytes = 256L << 20;

    /// <summary>On a small device the reserve is this part of what is free.</summary>
    private const int ReservePart = 8;

    private readonly CudaContext context;
    private readonly HashSet<nint> live = [];

    public CudaMemory(CudaContext context)
    {
        this.context = context;
        nuint free, total;
        context.Check(context.Driver.MemoryGetInfo(&free, &total), "cuMemGetInfo");
        FreeBytes = (long)free - Math.Min(ReserveBytes, (long)free / ReservePart);
    }

    /// <summary>Bytes that were free when the device was opened, less a reserve.</summary>
    public long FreeBytes { get; }

    /// <exception cref="DeviceMemoryException">No room.</exception>
    public nint Allocate(long length, int elementSize)
    {
        context.Enter();
        ulong address = 0;
        Int128 bytes = (Int128)length * elementSize;
        CudaResult result = bytes > long.MaxValue ? CudaResult.OutOfMemory : context.Driver.MemoryAllocate(&address, (nuint)(long)bytes);
        if (result == CudaResult.OutOfMemory)
        {
            throw new DeviceMemoryException(
                $"{context.Device.Name}: no room for a buffer of {length} elements of {elementSize} bytes on {context.Device.Model} (cuMemAlloc, {CudaErrors.Name(context.Driver, result)}); use a smaller memory budget, fewer accounts or a shallower tail, or end other programs on the device.");
        }
        context.Check(result, "cuMemAlloc");
        var handle = (nint)address;
        lock (context.Gate)
            live.Add(handle);
        try
        {
            context.Check(context.Driver.MemorySetAsync(address, 0, (nuint)(long)bytes, context.Stream), "cuMemsetD8Async");
        }
        catch (AcceleratorException)
        {
            Free(handle);
            throw;
        }
        return handle;
    }

    /// <summary>Does nothing for a buffer that outlived its accelerator. Never throws: the collector calls it too.</summary>
    public void Free(nint handle)
    {
        lock (context.Gate)
        {
            if (!live.Remove(handle) || context.IsDisposed || context.TryEnter() != CudaResult.Success)
                return;
            // A launch may still use it.
            _ = context.Driver.StreamSynchronize(context.Stream);
            _ = context.Driver.MemoryFree((ulong)handle);
        }
    }

    public void FreeAll()
    {
        lock (context.Gate)
        {
            foreach (nint handle in live.ToArray())
                Free(handle);
        }
    }

    /// <summary>The buffer's address, once it is known to be this device's and alive.</summary>
    public ulong Address(DeviceBuffer buffer)
    {
        nint handle = buffer.Handle;
        ObjectDisposedException.ThrowIf(handle == 0, buffer);
        lock (context.Gate)
        {
            if (!live.Contains(handle))
                throw new ArgumentException($"The buffer is not one of {context.Device.Name}: allocate it on the accelerator that uses it.", nameof(buffer));
        }
        return (ulong)handle;
    }
}
