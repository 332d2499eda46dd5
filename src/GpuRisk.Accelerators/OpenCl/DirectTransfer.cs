namespace GpuRisk.Accelerators.OpenCl;

/// <summary>Copies straight from and to the caller's memory: the way for a device that shares the host's memory.</summary>
internal sealed unsafe class DirectTransfer(OpenClContext context) : HostTransfer(context)
{
    protected override long LargestRow => long.MaxValue;

    public override void Write(byte* source, nint target, long offset, long bytes) =>
        Context.Check(OpenClApi.EnqueueWriteBuffer(Context.Queue, target, 1, (nuint)offset, (nuint)bytes, source, 0, null, null), "clEnqueueWriteBuffer");

    public override void Read(nint source, long offset, byte* target, long bytes) =>
        Context.Check(OpenClApi.EnqueueReadBuffer(Context.Queue, source, 1, (nuint)offset, (nuint)bytes, target, 0, null, null), "clEnqueueReadBuffer");

    public override void Dispose()
    {
    }

    protected override void ReadRectangle(nint source, long offset, long stride, int rows, long width, byte* target) =>
        EnqueueRectangle(source, offset, stride, rows, width, target, null);
}
