namespace GpuRisk.Arrow.Ipc;

/// <summary>The bytes of a file or stream, read from the front or, where they have a known length, from anywhere.</summary>
internal abstract class ByteSource : IDisposable
{
    /// <summary>The file, where there is one.</summary>
    public abstract string? Name { get; }

    /// <summary>Null where it is not known before the end.</summary>
    public abstract long? Length { get; }

    /// <summary>From the first byte of the Arrow data.</summary>
    public abstract long Position { get; }

    /// <summary>The next bytes: fewer than asked for only at the end.</summary>
    public abstract ArrowBuffer Read(long count);

    /// <summary>Only where <see cref="Length"/> is known.</summary>
    public abstract void Seek(long position);

    public abstract void Dispose();
}
