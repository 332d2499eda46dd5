namespace GpuRisk.Accelerators.OpenCl;

/// <summary>Host memory that the driver has pinned, so that the device can copy from and to it by itself.</summary>
internal sealed unsafe class StagingChunk : IDisposable
{
    public const int Size = 4 << 20;

    private readonly OpenClContext context;
    private readonly nint buffer;
    private nint pending;

    public StagingChunk(OpenClContext context)
    {
        this.context = context;
        int status;
        buffer = OpenClApi.CreateBuffer(context.Handle, OpenClFlag.MemReadWrite | OpenClFlag.MemAllocHostPtr, Size, null, &status);
        context.Check(status, "clCreateBuffer");
        Host = (byte*)OpenClApi.EnqueueMapBuffer(context.Queue, buffer, 1, OpenClFlag.MapReadWrite, 0, Size, 0, null, null, &status);
        if (status != 0)
            _ = OpenClApi.ReleaseMemObject(buffer);
        context.Check(status, "clEnqueueMapBuffer");
    }

    public byte* Host { get; }

    /// <summary>The copy that now uses the chunk is the one that <paramref name="done"/> stands for.</summary>
    public void Use(nint done)
    {
        pending = done;
        context.Flush();
    }

    /// <summary>Waits for the copy that uses the chunk.</summary>
    public void Await()
    {
        nint done = pending;
        pending = 0;
        if (done == 0)
            return;
        try
        {
            context.Wait(done, "a copy");
        }
        finally
        {
            _ = OpenClApi.ReleaseEvent(done);
        }
    }

    public void Dispose()
    {
        if (pending != 0)
            _ = OpenClApi.ReleaseEvent(pending);
        pending = 0;
        _ = OpenClApi.EnqueueUnmapMemObject(context.Queue, buffer, Host, 0, null, null);
        _ = OpenClApi.ReleaseMemObject(buffer);
    }
}
