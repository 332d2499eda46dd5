namespace GpuRisk.Accelerators.OpenCl;

/// <summary>
/// Copies through two pinned chunks in turn: while the device moves one, the host fills or empties the other. A driver that is given the
/// caller's own memory does this with one small chunk, at a fraction of the bus's speed.
/// </summary>
internal sealed unsafe class StagedTransfer : HostTransfer
{
    private readonly StagingChunk[] chunks;
    private int next;

    public StagedTransfer(OpenClContext context)
        : base(context)
    {
        var first = new StagingChunk(context);
        try
        {
            chunks = [first, new StagingChunk(context)];
        }
        catch
        {
            first.Dispose();
            throw;
        }
    }

    /// <summary>Submits the reading of a part of what is asked for, given as a range of packed host bytes.</summary>
    private delegate void EnqueueRead(long first, long bytes, byte* target, nint* done);

    protected override long LargestRow => StagingChunk.Size;

    /// <summary>Returns when the last part is in a chunk: the caller's memory is free again, and later commands see the copy.</summary>
    public override void Write(byte* source, nint target, long offset, long bytes)
    {
        for (long first = 0; first < bytes; first += StagingChunk.Size)
        {
            long part = Math.Min(StagingChunk.Size, bytes - first);
            StagingChunk chunk = Next();
            Buffer.MemoryCopy(source + first, chunk.Host, StagingChunk.Size, part);
            nint done;
            Context.Check(
                OpenClApi.EnqueueWriteBuffer(Context.Queue, target, 0, (nuint)(offset + first), (nuint)part, chunk.Host, 0, null, &done),
                "clEnqueueWriteBuffer");
            chunk.Use(done);
        }
    }

    public override void Read(nint source, long offset, byte* target, long bytes) =>
        Pull(target, bytes, StagingChunk.Size, (first, part, host, done) => Context.Check(
            OpenClApi.EnqueueReadBuffer(Context.Queue, source, 0, (nuint)(offset + first), (nuint)part, host, 0, null, done),
            "clEnqueueReadBuffer"));

    public override void Dispose()
    {
        foreach (StagingChunk chunk in chunks)
            chunk.Dispose();
    }

    protected override void ReadRectangle(nint source, long offset, long stride, int rows, long width, byte* target) =>
        Pull(target, rows * width, StagingChunk.Size / width * width, (first, part, host, done) =>
            EnqueueRectangle(source, offset + first / width * stride, stride, part / width, width, host, done));

    /// <summary>Keeps the device one part ahead of the host.</summary>
    private void Pull(byte* target, long bytes, long largestPart, EnqueueRead enqueue)
    {
        StagingChunk? ahead = null;
        for (long first = 0, read = 0; read < bytes;)
        {
            StagingChunk? current = ahead;
            ahead = null;
            if (first < bytes)
            {
                ahead = Next();
                nint done;
                long part = Math.Min(largestPart, bytes - first);
                enqueue(first, part, ahead.Host, &done);
                ahead.Use(done);
                first += part;
            }
            if (current is null)
                continue;
            current.Await();
            long arrived = Math.Min(largestPart, bytes - read);
            Buffer.MemoryCopy(current.Host, target + read, arrived, arrived);
            read += arrived;
        }
    }

    private StagingChunk Next()
    {
        StagingChunk chunk = chunks[next];
        next = 1 - next;
        chunk.Await();
        return chunk;
    }
}
