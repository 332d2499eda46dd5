using System.Buffers.Binary;
using System.Text;

namespace GpuRisk.Arrow.FlatBuffers;

/// <summary>
/// Reads FlatBuffers (its "Internals" page gives the layout) that may be damaged: every position is checked, and a budget keeps a buffer whose
/// parts are shared many times over from becoming more than eight times its own length.
/// </summary>
internal sealed class FlatBuffer(byte[] bytes)
{
    private const int SharingFactor = 8;

    private static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);

    private long budget = 1024 + (long)SharingFactor * bytes.Length;

    public FlatTable Root()
    {
        if (bytes.Length < 8)
            throw new InvalidArrowException(FormattableString.Invariant($"the metadata have {bytes.Length} bytes, which hold no table"));
        return TableAt(Follow(0));
    }

    public FlatTable TableAt(int position)
    {
        long vtable = position - (long)ReadInt32(position);
        int size = ReadUInt16(vtable);
        int tableSize = ReadUInt16(vtable + 2);
        if (size < 4 || size % 2 != 0 || vtable + size > bytes.Length || tableSize < 4 || position + (long)tableSize > bytes.Length)
            throw Damaged(position);
        Spend(8);
        return new FlatTable(this, position, (int)vtable, size, tableSize);
    }

    /// <summary>The position that the offset at <paramref name="position"/> leads to.</summary>
    public int Follow(long position)
    {
        long target = position + (uint)ReadInt32(position);
        return target <= bytes.Length - 4 ? (int)target : throw Damaged(position);
    }

    public string Text(int position)
    {
        (int start, int count) = Vector(position, 1);
        Spend(count + 1);
        try
        {
            return Utf8.GetString(bytes, start, count);
        }
        catch (DecoderFallbackException)
        {
            throw new InvalidArrowException(FormattableString.Invariant($"the text at byte {position} of the metadata is not UTF-8"));
        }
    }

    /// <summary>Where the elements of a vector begin, and how many there are; all are inside.</summary>
    public (int Start, int Count) Vector(int position, int elementSize)
    {
        uint count = (uint)ReadInt32(position);
        if (count * (long)elementSize > bytes.Length - 4L - position)
            throw Damaged(position);
        return (position + 4, (int)count);
    }

    public byte ReadByte(long position) => Slice(position, 1)[0];

    public ushort ReadUInt16(long position) => BinaryPrimitives.ReadUInt16LittleEndian(Slice(position, 2));

    public int ReadInt32(long position) => BinaryPrimitives.ReadInt32LittleEndian(Slice(position, 4));

    public long ReadInt64(long position) => BinaryPrimitives.ReadInt64LittleEndian(Slice(position, 8));

    private ReadOnlySpan<byte> Slice(long position, int count) =>
        position >= 0 && position <= bytes.Length - count ? bytes.AsSpan((int)position, count) : throw Damaged(position);

    private void Spend(int count)
    {
        budget -= count;
        if (budget < 0)
            throw new InvalidArrowException(FormattableString.Invariant($"the metadata of {bytes.Length} bytes refer to their own parts over and over"));
    }

    private static InvalidArrowException Damaged(long position) =>
        new(FormattableString.Invariant($"the metadata are damaged at their byte {position}"));
}
