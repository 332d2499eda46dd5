namespace GpuRisk.Accelerators.Cuda;

/// <summary>Pinned memory of the host, and the moment at which the device is done with it.</summary>
internal sealed unsafe class StagingBuffer : IDisposable
{
    private const uint DisableTiming = 2;

    private readonly CudaContext context;
    private readonly nint done;
    private bool busy;

    public StagingBuffer(CudaContext context, int bytes)
    {
        this.context = context;
        context.Enter();
        nint made;
        context.Check(context.Driver.EventCreate(&made, DisableTiming), "cuEventCreate");
        done = made;
        void* memory;
        CudaResult result = context.Driver.HostAllocate(&memory, (nuint)bytes, 0);
        if (result != CudaResult.Success)
        {
            Dispose();
            throw new AcceleratorException(
                $"{context.Device.Name}: no pinned memory for copies (cuMemHostAlloc of {bytes} bytes, {CudaErrors.Name(context.Driver, result)}); free memory of the machine, or raise its limit on locked memory (ulimit -l).");
        }
        Memory = (byte*)memory;
    }

    public byte* Memory { get; }

    /// <summary>Marks the end of the copy that was just submitted.</summary>
    public void Submitted()
    {
        busy = true;
        context.Check(context.Driver.EventRecord(done, context.Stream), "cuEventRecord");
    }

    /// <summary>Waits until the device is done with the memory.</summary>
    public void Wait()
    {
        if (!busy)
            return;
        context.Check(context.Driver.EventSynchronize(done), "cuEventSynchronize");
        busy = false;
    }

    public void Dispose()
    {
        if (Memory != null)
            _ = context.Driver.HostFree(Memory);
        _ = context.Driver.EventDestroy(done);
    }
}
