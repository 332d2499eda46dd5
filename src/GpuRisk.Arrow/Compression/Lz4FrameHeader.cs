using System.Buffers.Binary;

namespace GpuRisk.Arrow.Compression;

/// <summary>What the first bytes of an LZ4 frame say.</summary>
/// <param name="BlockLimit">The most bytes of a block, compressed or not.</param>
internal readonly record struct Lz4FrameHeader(
    bool HasBlockChecksums, ulong? ContentLength, bool HasContentChecksum, int BlockLimit)
{
    public static Lz4FrameHeader Read(ReadOnlySpan<byte> frame, out int end)
    {
        int at = 0;
        Lz4Frame.RequireMagic(Lz4Frame.Number(frame, ref at));
        int descriptor = at;
        ReadOnlySpan<byte> flags = Lz4Frame.Take(frame, ref at, 2);
        byte flag = flags[0], block = flags[1];
        if (flag >> 6 != 1 || (flag & 2) != 0 || (block & 0x8F) != 0 || (block >> 4) < 4)
            throw new InvalidArrowException("an LZ4 frame has a header that its version 1 does not have");
        if ((flag & 1) != 0)
            throw new InvalidArrowException("an LZ4 frame refers to a dictionary, which Arrow data do not have");
        ulong? length = (flag & 8) != 0 ? BinaryPrimitives.ReadUInt64LittleEndian(Lz4Frame.Take(frame, ref at, 8)) : null;
        uint hash = XxHash32.Hash(frame[descriptor..at]);
        if (Lz4Frame.Take(frame, ref at, 1)[0] != (byte)(hash >> 8))
            throw new InvalidArrowException("the header of an LZ4 frame does not have the checksum that it states");
        end = at;
        return new Lz4FrameHeader((flag & 16) != 0, length, (flag & 4) != 0, 1 << (8 + 2 * (block >> 4)));
    }
}
