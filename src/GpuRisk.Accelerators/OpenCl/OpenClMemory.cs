namespace GpuRisk.Accelerators.OpenCl;

/// <summary>
/// The buffers of a device that are alive. Those that nobody disposed go with it; disposing them later does nothing. Buffers are also
/// released by the finaliser's thread.
/// </summary>
internal sealed unsafe class OpenClMemory : IDisposable
{
    private const int FillWord = sizeof(int);

    private readonly OpenClContext context;
    private readonly Dictionary<nint, long> alive = [];
    private readonly Lock gate = new();
    private long used;
    private bool closed;

    public OpenClMemory(OpenClContext context)
    {
        this.context = context;
        OpenClDevice device = context.Device;
        // A driver keeps some for itself; on the host's memory, what the runtime may use is the limit.
        long all = device.SharesHostMemory ? Math.Min(device.MemoryBytes, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes) : device.MemoryBytes;
        Capacity = all - Math.Min(all / 16, 1L << 30);
    }

    /// <summary>Bytes that buffers can take together.</summary>
    public long Capacity { get; }

    /// <summary>Bytes that buffers take now.</summary>
    public long Used
    {
        get
        {
            lock (gate)
                return used;
        }
    }

    /// <summary>A memory object, zeroed.</summary>
    public nint Allocate(long bytes)
    {
        Reserve(bytes);
        int status;
        nint buffer = OpenClApi.CreateBuffer(context.Handle, OpenClFlag.MemReadWrite, (nuint)bytes, null, &status);
        if (status != 0)
        {
            Unreserve(bytes);
            context.Check(status, "clCreateBuffer");
        }
        lock (gate)
            alive.Add(buffer, bytes);
        try
        {
            int zero = 0;
            nuint pattern = bytes % FillWord == 0 ? (nuint)FillWord : 1;
            context.Check(OpenClApi.EnqueueFillBuffer(context.Queue, buffer, &zero, pattern, 0, (nuint)bytes, 0, null, null), "clEnqueueFillBuffer");
        }
        catch
        {
            Release(buffer);
            throw;
        }
        return buffer;
    }

    public bool Owns(nint buffer)
    {
        lock (gate)
            return alive.ContainsKey(buffer);
    }

    /// <summary>Commands under way keep the memory until they are done with it.</summary>
    public void Release(nint buffer)
    {
        lock (gate)
        {
            if (!alive.Remove(buffer, out long bytes))
                return;
            used -= bytes;
            _ = OpenClApi.ReleaseMemObject(buffer);
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            closed = true;
            foreach (nint buffer in alive.Keys)
                _ = OpenClApi.ReleaseMemObject(buffer);
            alive.Clear();
            used = 0;
        }
    }

    /// <summary>Drivers promise more than there is and fail at the first launch, or make the host swap.</summary>
    private void Reserve(long bytes)
    {
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(closed, this);
            if (bytes > context.Device.LargestBufferBytes)
                throw NoRoom(bytes, $"a buffer has at most {context.Device.LargestBufferBytes}");
            if (bytes > Capacity - used)
                throw NoRoom(bytes, $"{used} of {Capacity} are taken");
            used += bytes;
        }
    }

    private void Unreserve(long bytes)
    {
        lock (gate)
            used -= bytes;
    }

    private DeviceMemoryException NoRoom(long bytes, string limit) =>
        new($"{context.Device.Name}: no room for a buffer of {bytes} bytes: {limit}; use a smaller memory budget, fewer accounts or a shallower tail.");
}
