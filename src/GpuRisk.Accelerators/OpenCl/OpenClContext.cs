namespace GpuRisk.Accelerators.OpenCl;

/// <summary>A device opened for work: its context, and the queue in which everything runs in order.</summary>
internal sealed unsafe class OpenClContext : IDisposable
{
    public OpenClContext(OpenClDevice device)
    {
        Device = device;
        nint* properties = stackalloc nint[] { OpenClFlag.ContextPlatform, device.Platform, 0 };
        nint handle = device.Handle;
        int status;
        Handle = OpenClApi.CreateContext(properties, 1, &handle, 0, 0, &status);
        device.Check(status, "clCreateContext");
        // The function of OpenCL 1.2: its successor is missing from the drivers of some GPUs.
        Queue = OpenClApi.CreateCommandQueue(Handle, handle, OpenClFlag.QueueProfiling, &status);
        if (status != 0)
            _ = OpenClApi.ReleaseContext(Handle);
        device.Check(status, "clCreateCommandQueue");
    }

    public OpenClDevice Device { get; }

    public nint Handle { get; }

    public nint Queue { get; }

    /// <summary>Throws unless <paramref name="status"/> is success.</summary>
    public void Check(int status, string call) => Device.Check(status, call);

    /// <summary>Lets the device begin with what was submitted.</summary>
    public void Flush() => Check(OpenClApi.Flush(Queue), "clFlush");

    public void Finish() => Check(OpenClApi.Finish(Queue), "clFinish");

    /// <summary>Waits for an event; throws if <paramref name="call"/>, for which it stands, failed.</summary>
    public void Wait(nint done, string call)
    {
        int status = OpenClApi.WaitForEvents(1, &done);
        int execution = OpenClFlag.CommandComplete;
        _ = OpenClApi.GetEventInfo(done, OpenClQuery.EventCommandExecutionStatus, sizeof(int), &execution, null);
        // The event's own status says what happened; that of the wait only that something did.
        Check(execution < 0 ? execution : status, call);
    }

    /// <summary>What was submitted is let finish; a lost device answers with errors, which change nothing here.</summary>
    public void Dispose()
    {
        _ = OpenClApi.Finish(Queue);
        _ = OpenClApi.ReleaseCommandQueue(Queue);
        _ = OpenClApi.ReleaseContext(Handle);
    }
}
