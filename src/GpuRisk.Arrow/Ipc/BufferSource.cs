namespace GpuRisk.Arrow.Ipc;

/// <summary>Bytes that are in memory, or mapped: what is read is not copied.</summary>
internal sealed class BufferSource(ArrowBuffer bytes, string? name, IDisposable? owner) : ByteSource
{
    private long position;

    public override string? Name => name;

    public override long? Length => bytes.Length;

    public override long Position => position;

    /// <summary>Maps a file, of which an empty one has no bytes to map.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static BufferSource Map(string path)
    {
        using FileStream file = File.OpenRead(path);
        if (file.Length == 0)
            return new BufferSource(ArrowBuffer.Empty, path, null);
        MappedBlock block = MappedBlock.Open(file);
        return new BufferSource(new ArrowBuffer(block, 0, block.Length), path, block);
    }

    public override ArrowBuffer Read(long count)
    {
        ArrowBuffer part = bytes.Slice(position, Math.Min(count, bytes.Length - position));
        position += part.Length;
        return part;
    }

    public override void Seek(long position) => this.position = Math.Clamp(position, 0, bytes.Length);

    public override void Dispose() => owner?.Dispose();
}
