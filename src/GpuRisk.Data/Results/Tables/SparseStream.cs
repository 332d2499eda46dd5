using Microsoft.Win32.SafeHandles;

namespace GpuRisk.Data.Results.Tables;

/// <summary>Writes a new file from its beginning, and passes over what is zero: there a new file reads as zeros without being written.</summary>
internal sealed class SparseStream(SafeFileHandle file) : Stream
{
    /// <summary>Shorter runs are written: a call costs more than they do.</summary>
    private const int LeastGap = 4096;

    private long position;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    /// <summary>Bytes written and passed over.</summary>
    public override long Position
    {
        get => position;
        set => throw new NotSupportedException();
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (buffer.Length < LeastGap || buffer.ContainsAnyExcept((byte)0))
            RandomAccess.Write(file, buffer, position);
        position += buffer.Length;
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
