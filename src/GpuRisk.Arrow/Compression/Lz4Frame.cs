using System.Buffers.Binary;

namespace GpuRisk.Arrow.Compression;

/// <summary>
/// Frames of LZ4 (the LZ4 frame format description, version 1.6.1): a header, blocks, an end mark, and checksums, all of which are checked. One
/// frame is read, without a dictionary, and its content must have the length that is expected.
/// </summary>
internal static class Lz4Frame
{
    private const uint MagicNumber = 0x184D2204;

    /// <summary>No byte of a block becomes more than 255.</summary>
    private const long LargestRatio = 255;

    public static byte[] Decompress(ReadOnlySpan<byte> frame, int length)
    {
        if (length > LargestRatio * frame.Length)
            throw new InvalidArrowException(FormattableString.Invariant($"an LZ4 frame of {frame.Length} bytes cannot become {length}"));
        var header = Lz4FrameHeader.Read(frame, out int at);
        if (header.ContentLength is { } stated && stated != (ulong)length)
            throw new InvalidArrowException(FormattableString.Invariant($"an LZ4 frame has {stated} bytes; {length} are expected"));
        byte[] output = new byte[length];
        int written = 0;
        while (Number(frame, ref at) is var size && size != 0)
            written = Block(Take(frame, ref at, (int)(size & int.MaxValue)), (int)size < 0, header, output, written, frame, ref at);
        if (written != length)
            throw new InvalidArrowException(FormattableString.Invariant($"an LZ4 frame has {written} bytes; {length} are expected"));
        if (header.HasContentChecksum && Number(frame, ref at) != XxHash32.Hash(output))
            throw new InvalidArrowException("an LZ4 frame does not have the checksum that it states");
        return output;
    }

    public static void RequireMagic(uint number)
    {
        if (number != MagicNumber)
            throw new InvalidArrowException("a compressed buffer does not begin as an LZ4 frame");
    }

    /// <summary>The next bytes of a frame.</summary>
    public static ReadOnlySpan<byte> Take(ReadOnlySpan<byte> frame, ref int at, int count)
    {
        if (count > frame.Length - at)
            throw new InvalidArrowException("an LZ4 frame is cut short");
        ReadOnlySpan<byte> part = frame.Slice(at, count);
        at += count;
        return part;
    }

    public static uint Number(ReadOnlySpan<byte> frame, ref int at) => BinaryPrimitives.ReadUInt32LittleEndian(Take(frame, ref at, 4));

    private static int Block(
        ReadOnlySpan<byte> block, bool stored, Lz4FrameHeader header, byte[] output, int written, ReadOnlySpan<byte> frame, ref int at)
    {
        if (block.Length > header.BlockLimit)
            throw new InvalidArrowException(FormattableString.Invariant($"an LZ4 block has {block.Length} bytes; its frame allows {header.BlockLimit}"));
        if (header.HasBlockChecksums && Number(frame, ref at) != XxHash32.Hash(block))
            throw new InvalidArrowException("an LZ4 block does not have the checksum that it states");
        if (!stored)
        {
            int limit = Math.Min(output.Length, (int)Math.Min(int.MaxValue, (long)written + header.BlockLimit));
            return Lz4Block.Decompress(block, output.AsSpan(0, limit), written);
        }
        if (block.Length > output.Length - written)
            throw new InvalidArrowException(FormattableString.Invariant($"an LZ4 frame has more than the {output.Length} bytes that are expected"));
        block.CopyTo(output.AsSpan(written));
        return written + block.Length;
    }
}
