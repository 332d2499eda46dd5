namespace GpuRisk.Accelerators.Cuda;

/// <summary>
/// Copies between the host's memory and the device's by way of two pinned buffers, so that the device copies one while the host fills or
/// empties the other. Takes one thread at a time.
/// </summary>
internal sealed unsafe class Staging : IDisposable
{
    /// <summary>Long enough for full speed of the bus, short enough for the caches of the host.</summary>
    public const int ChunkBytes = 4 << 20;

    private readonly CudaContext context;
    private readonly StagingBuffer[] buffers = new StagingBuffer[2];

    public Staging(CudaContext context)
    {
        this.context = context;
        try
        {
            for (int i = 0; i < buffers.Length; i++)
                buffers[i] = new StagingBuffer(context, ChunkBytes);
        }
        catch (AcceleratorException)
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Returns once the last of <paramref name="source"/> was read; the device may still be copying.</summary>
    public void Write(byte* source, long bytes, ulong target)
    {
        context.Enter();
        int turn = 0;
        for (long done = 0; done < bytes; done += ChunkBytes, turn ^= 1)
        {
            long part = Math.Min(ChunkBytes, bytes - done);
            buffers[turn].Wait();
            Buffer.MemoryCopy(source + done, buffers[turn].Memory, ChunkBytes, part);
            context.Check(context.Driver.CopyToDeviceAsync(target + (ulong)done, buffers[turn].Memory, (nuint)part, context.Stream), "cuMemcpyHtoDAsync");
            buffers[turn].Submitted();
        }
    }

    public void Read(ulong source, byte* target, long bytes)
    {
        context.Enter();
        long parts = (bytes + ChunkBytes - 1) / ChunkBytes;
        for (long part = 0; part <= parts; part++)
        {
            if (part < parts)
            {
                long at = part * ChunkBytes;
                Fetch(buffers[part & 1], source + (ulong)at, Math.Min(ChunkBytes, bytes - at));
            }
            if (part > 0)
            {
                long at = (part - 1) * ChunkBytes;
                Empty(buffers[part - 1 & 1], target + at, Math.Min(ChunkBytes, bytes - at));
            }
        }
    }

    /// <summary>Rows of <paramref name="width"/> bytes, <paramref name="pitch"/> apart at the source, packed at the target.</summary>
    public void ReadRows(ulong source, long pitch, long width, long rows, byte* target)
    {
        if (rows == 1 || width == pitch)
        {
            Read(source, target, width * rows);
            return;
        }
        if (width > ChunkBytes || pitch > context.Device.Attribute(CudaDeviceAttribute.MaxPitch))
        {
            for (long row = 0; row < rows; row++)
                Read(source + (ulong)(row * pitch), target + row * width, width);
            return;
        }
        context.Enter();
        long rowsAPart = ChunkBytes / width;
        long parts = (rows + rowsAPart - 1) / rowsAPart;
        for (long part = 0; part <= parts; part++)
        {
            if (part < parts)
            {
                long first = part * rowsAPart;
                FetchRows(buffers[part & 1], source + (ulong)(first * pitch), pitch, width, Math.Min(rowsAPart, rows - first));
            }
            if (part > 0)
            {
                long first = (part - 1) * rowsAPart;
                Empty(buffers[part - 1 & 1], target + first * width, Math.Min(rowsAPart, rows - first) * width);
            }
        }
    }

    public void Dispose()
    {
        foreach (StagingBuffer? buffer in buffers)
            buffer?.Dispose();
    }

    private void Fetch(StagingBuffer buffer, ulong source, long bytes)
    {
        buffer.Wait();
        context.Check(context.Driver.CopyToHostAsync(buffer.Memory, source, (nuint)bytes, context.Stream), "cuMemcpyDtoHAsync");
        buffer.Submitted();
    }

    private void FetchRows(StagingBuffer buffer, ulong source, long pitch, long width, long rows)
    {
        buffer.Wait();
        var copy = new CudaCopy2D
        {
            SourceType = CudaMemoryType.Device,
            SourceDevice = source,
            SourcePitch = (nuint)pitch,
            TargetType = CudaMemoryType.Host,
            TargetHost = buffer.Memory,
            TargetPitch = (nuint)width,
            Width = (nuint)width,
            Height = (nuint)rows,
        };
        context.Check(context.Driver.Copy2DAsync(&copy, context.Stream), "cuMemcpy2DAsync");
        buffer.Submitted();
    }

    private static void Empty(StagingBuffer buffer, byte* target, long bytes)
    {
        buffer.Wait();
        Buffer.MemoryCopy(buffer.Memory, target, bytes, bytes);
    }
}
