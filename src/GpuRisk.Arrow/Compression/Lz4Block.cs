using System.Buffers.Binary;

namespace GpuRisk.Arrow.Compression;

/// <summary>
/// Blocks of LZ4: runs of literals, each followed by a copy of earlier output. Source: the LZ4 block format description. Every length and
/// distance is checked against the input and the output.
/// </summary>
internal static class Lz4Block
{
    private const int ShortestMatch = 4;

    /// <summary>Appends a block's bytes at <paramref name="written"/>.</summary>
    /// <param name="output">What came before is there, and a copy may reach back into it.</param>
    /// <returns>The end of the output.</returns>
    public static int Decompress(ReadOnlySpan<byte> block, Span<byte> output, int written)
    {
        int at = 0;
        while (at < block.Length)
        {
            int token = block[at++];
            int literals = Length(token >> 4, block, ref at);
            if (literals > block.Length - at || literals > output.Length - written)
                throw Damaged();
            block.Slice(at, literals).CopyTo(output[written..]);
            at += literals;
            written += literals;
            // The last run of literals ends the block.
            if (at == block.Length)
                return written;
            if (block.Length - at < 2)
                throw Damaged();
            int distance = BinaryPrimitives.ReadUInt16LittleEndian(block[at..]);
            at += 2;
            int match = Length(token & 15, block, ref at) + ShortestMatch;
            if (distance == 0 || distance > written || match > output.Length - written)
                throw Damaged();
            Copy(output, written, distance, match);
            written += match;
        }
        throw Damaged();
    }

    /// <summary>A length of 15 goes on in bytes that are added to it, up to one that is not 255.</summary>
    private static int Length(int start, ReadOnlySpan<byte> block, ref int at)
    {
        int length = start;
        if (start < 15)
            return length;
        int more;
        do
        {
            // The output has less than 2^31 bytes, and so has any sound length; the sum stays well inside 32 bits.
            if (at >= block.Length || length > int.MaxValue - 512)
                throw Damaged();
            more = block[at++];
            length += more;
        }
        while (more == 255);
        return length;
    }

    /// <summary>The copy may overlap its source, and then repeats it.</summary>
    private static void Copy(Span<byte> output, int written, int distance, int count)
    {
        if (distance >= count)
        {
            output.Slice(written - distance, count).CopyTo(output[written..]);
            return;
        }
        for (int i = 0; i < count; i++)
            output[written + i] = output[written + i - distance];
    }

    private static InvalidArrowException Damaged() => new("an LZ4 block is damaged");
}
