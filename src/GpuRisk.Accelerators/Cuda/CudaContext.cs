namespace GpuRisk.Accelerators.Cuda;

/// <summary>The device's primary context with the one stream that all work goes to. Any thread may call; see <see cref="Enter"/>.</summary>
internal sealed unsafe class CudaContext : IDisposable
{
    private const uint NonBlocking = 1;

    private readonly nint context;
    private bool disposed;

    public CudaContext(CudaDriver driver, CudaDevice device)
    {
        Driver = driver;
        Device = device;
        nint handle;
        Check(driver.PrimaryContextRetain(&handle, device.Handle), "cuDevicePrimaryCtxRetain");
        context = handle;
        try
        {
            Enter();
            Check(driver.StreamCreate(&handle, NonBlocking), "cuStreamCreate");
            Stream = handle;
        }
        catch (AcceleratorException)
        {
            Dispose();
            throw;
        }
    }

    public CudaDriver Driver { get; }

    public CudaDevice Device { get; }

    public nint Stream { get; }

    /// <summary>Held by whoever frees: buffers are given back on any thread, the collector's too, also while the accelerator closes.</summary>
    public Lock Gate { get; } = new();

    public bool IsDisposed => disposed;

    /// <summary>Makes the context that of the calling thread: the driver keeps one a thread.</summary>
    public void Enter()
    {
        ObjectDisposedException.ThrowIf(disposed, typeof(CudaAccelerator));
        Check(TryEnter(), "cuCtxSetCurrent");
    }

    public CudaResult TryEnter() => Driver.ContextSetCurrent(context);

    public void Synchronize()
    {
        Enter();
        Check(Driver.StreamSynchronize(Stream), "cuStreamSynchronize");
    }

    /// <exception cref="DeviceMemoryException">The device's memory is used up.</exception>
    /// <exception cref="AcceleratorException">Any other failure, of this call or of work submitted before.</exception>
    public void Check(CudaResult result, string call)
    {
        if (result == CudaResult.Success)
            return;
        string message = $"{Device.Name}: {call}{Origin(result)} failed on {Device.Model}: {CudaErrors.Name(Driver, result)}; {CudaErrors.Cure(result)}.";
        throw result == CudaResult.OutOfMemory ? new DeviceMemoryException(message) : new AcceleratorException(message);
    }

    /// <summary>Safe after any error: what a broken context does not take back the driver frees with it.</summary>
    public void Dispose()
    {
        lock (Gate)
        {
            if (disposed)
                return;
            _ = TryEnter();
            if (Stream != 0)
                _ = Driver.StreamDestroy(Stream);
            disposed = true;
            _ = Driver.PrimaryContextRelease(Device.Handle);
            _ = Driver.ContextSetCurrent(0);
        }
    }

    /// <summary>Work fails after its launch has returned: whichever call comes next tells.</summary>
    private static string Origin(CudaResult result) =>
        result is CudaResult.IllegalAddress or CudaResult.MisalignedAddress or CudaResult.LaunchFailed or CudaResult.LaunchTimeout or CudaResult.EccUncorrectable
            ? " or a launch before it"
            : "";
}
