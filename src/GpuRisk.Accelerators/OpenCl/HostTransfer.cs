namespace GpuRisk.Accelerators.OpenCl;

/// <summary>Copies between host and device, in bytes; ranges are checked by the caller. A copy starts once every launch so far is done.</summary>
internal abstract unsafe class HostTransfer(OpenClContext context) : IDisposable
{
    /// <summary>Pitches beyond this are not portable: drivers hand them to 32-bit hardware registers.</summary>
    private const long LargestPitch = int.MaxValue;

    protected OpenClContext Context => context;

    /// <summary>Bytes of a row that can be read with others in one command.</summary>
    protected abstract long LargestRow { get; }

    public abstract void Write(byte* source, nint target, long offset, long bytes);

    public abstract void Read(nint source, long offset, byte* target, long bytes);

    /// <summary>Rows of <paramref name="width"/> bytes, <paramref name="stride"/> bytes apart in the buffer, packed on the host.</summary>
    public void ReadRows(nint source, long offset, long stride, int rows, long width, byte* target)
    {
        if (stride == width)
        {
            Read(source, offset, target, rows * width);
        }
        else if (stride <= LargestPitch && width <= LargestRow && offset % stride + width <= stride)
        {
            ReadRectangle(source, offset, stride, rows, width, target);
        }
        else
        {
            for (int row = 0; row < rows; row++)
                Read(source, offset + row * stride, target + row * width, width);
        }
    }

    public abstract void Dispose();

    /// <summary>As <see cref="ReadRows"/>, where no row runs over the end of its line of <paramref name="stride"/> bytes.</summary>
    protected abstract void ReadRectangle(nint source, long offset, long stride, int rows, long width, byte* target);

    /// <summary>Submits the reading of a rectangle; a driver blocks where no event is asked for.</summary>
    protected void EnqueueRectangle(nint source, long offset, long stride, long rows, long width, byte* target, nint* done)
    {
        nuint* from = stackalloc nuint[] { (nuint)(offset % stride), (nuint)(offset / stride), 0 };
        nuint* to = stackalloc nuint[] { 0, 0, 0 };
        nuint* region = stackalloc nuint[] { (nuint)width, (nuint)rows, 1 };
        context.Check(
            OpenClApi.EnqueueReadBufferRect(
                context.Queue, source, done == null ? 1u : 0, from, to, region, (nuint)stride, 0, (nuint)width, 0, target, 0, null, done),
            "clEnqueueReadBufferRect");
    }
}
