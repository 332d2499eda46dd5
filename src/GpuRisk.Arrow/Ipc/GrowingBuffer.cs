namespace GpuRisk.Arrow.Ipc;

/// <summary>
/// Bytes to which more are appended. Buffers that were taken before stay as they are: a longer one shares their bytes or has its own.
/// </summary>
internal sealed class GrowingBuffer
{
    private byte[] bytes = [];

    public int Length { get; private set; }

    /// <summary>A snapshot of the bytes so far.</summary>
    public ArrowBuffer Snapshot() => ArrowBuffer.FromArray(bytes).Slice(0, Length);

    public void Append(ReadOnlySpan<byte> more) => more.CopyTo(Extend(more.Length));

    /// <summary>Zeros, to be written over.</summary>
    public Span<byte> Extend(int count)
    {
        long needed = Length + (long)count;
        if (needed > System.Array.MaxLength)
            throw new InvalidArrowException("the deltas of a dictionary come to more than 2 GiB; fewer are expected");
        if (needed > bytes.Length)
            System.Array.Resize(ref bytes, (int)Math.Max(needed, Math.Min(System.Array.MaxLength, 2L * bytes.Length)));
        Length = (int)needed;
        return bytes.AsSpan(Length - count, count);
    }

    /// <summary>Sets bit <paramref name="bit"/>, and adds a byte for it where there is none yet.</summary>
    public void SetBit(long bit, bool value)
    {
        if (bit >> 3 >= Length)
            Extend(1);
        Bitmap.Set(bytes, bit, value);
    }
}
