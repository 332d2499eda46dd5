using System.Runtime.InteropServices;

namespace GpuRisk.Arrow.Ipc;

/// <summary>
/// Bytes of a stream, from where it stands on. Memory is asked for as bytes arrive, so that a length that is claimed and not there costs nothing.
/// </summary>
internal sealed class StreamSource : ByteSource
{
    private const int FirstWords = 1 << 13;
    private const int LargestRead = 1 << 30;

    private readonly Stream stream;
    private readonly bool leaveOpen;
    private readonly long start;
    private long position;

    public StreamSource(Stream stream, bool leaveOpen)
    {
        this.stream = stream;
        this.leaveOpen = leaveOpen;
        start = stream.CanSeek ? stream.Position : 0;
        Length = stream.CanSeek ? Math.Max(0, stream.Length - start) : null;
        Name = (stream as FileStream)?.Name;
    }

    public override string? Name { get; }

    public override long? Length { get; }

    public override long Position => position;

    public override void Seek(long position)
    {
        this.position = Math.Clamp(position, 0, Length ?? 0);
        stream.Position = start + this.position;
    }

    public override ArrowBuffer Read(long count)
    {
        long expected = Length is { } length ? Math.Min(count, length - position) : count;
        // Words, not bytes: an array of them holds more than 2 GiB.
        long wanted = expected / 8 + 1;
        ulong[] words = new ulong[Length is null ? Math.Min(wanted, FirstWords) : RequireHeld(wanted)];
        long read = 0;
        while (read < expected)
        {
            if (read == 8L * words.Length)
                System.Array.Resize(ref words, Longer(words.Length, wanted));
            Span<byte> free = Free(words, read);
            int got = stream.Read(free[..(int)Math.Min(free.Length, expected - read)]);
            if (got == 0)
                break;
            read += got;
        }
        position += read;
        return ArrowBuffer.FromArray(words).Slice(0, read);
    }

    public override void Dispose()
    {
        if (!leaveOpen)
            stream.Dispose();
    }

    /// <summary>Twice as long, or as long as is wanted.</summary>
    private static int Longer(int words, long wanted) =>
        (int)Math.Min(2 * (RequireHeld(words + 1L) - 1), Math.Min(wanted, System.Array.MaxLength));

    private static long RequireHeld(long words) => words <= System.Array.MaxLength
        ? words
        : throw new InvalidArrowException("a part of more than 16 GiB is too long to be held in memory; map the file instead");

    /// <summary>The bytes from <paramref name="used"/> on, or the first of them.</summary>
    private static Span<byte> Free(ulong[] words, long used)
    {
        int first = (int)(used / 8);
        int count = Math.Min(words.Length - first, LargestRead / 8);
        return MemoryMarshal.AsBytes(words.AsSpan(first, count))[(int)(used % 8)..];
    }
}
