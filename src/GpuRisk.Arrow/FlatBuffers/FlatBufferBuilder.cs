using System.Buffers.Binary;
using System.Text;

namespace GpuRisk.Arrow.FlatBuffers;

/// <summary>
/// Writes a FlatBuffer from its end to its beginning, so that what a table refers to is there before it. Places are counted from the end. The
/// whole is aligned to 8 bytes.
/// </summary>
internal sealed class FlatBufferBuilder
{
    private const int Alignment = 8;

    private byte[] bytes = new byte[1024];
    private int used;
    private int tableStart;
    private int[] fields = [];

    public int CreateString(string text)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(text);
        Prepare(4, utf8.Length + 1);
        Put(1)[0] = 0;
        utf8.CopyTo(Put(utf8.Length));
        PutInt32(utf8.Length);
        return used;
    }

    public int CreateTableVector(IReadOnlyList<int> tables)
    {
        Prepare(4, 4 * tables.Count);
        for (int i = tables.Count - 1; i >= 0; i--)
            PutInt32(used + 4 - tables[i]);
        PutInt32(tables.Count);
        return used;
    }

    public int CreateInt32Vector(IReadOnlyList<int> numbers)
    {
        Prepare(4, 4 * numbers.Count);
        for (int i = numbers.Count - 1; i >= 0; i--)
            PutInt32(numbers[i]);
        PutInt32(numbers.Count);
        return used;
    }

    /// <summary>A vector of structs of 64-bit words: <paramref name="words"/> are those of the first, then those of the second.</summary>
    public int CreateStructVector(IReadOnlyList<long> words, int wordsEach)
    {
        Prepare(4, 8 * words.Count);
        Prepare(8, 8 * words.Count);
        for (int i = words.Count - 1; i >= 0; i--)
            BinaryPrimitives.WriteInt64LittleEndian(Put(8), words[i]);
        PutInt32(words.Count / wordsEach);
        return used;
    }

    /// <param name="fieldCount">Fields that the table may have.</param>
    public void StartTable(int fieldCount)
    {
        fields = new int[fieldCount];
        tableStart = used;
    }

    public void AddByte(int field, byte value)
    {
        Prepare(1, 0);
        Put(1)[0] = value;
        fields[field] = used;
    }

    public void AddBoolean(int field, bool value) => AddByte(field, value ? (byte)1 : (byte)0);

    public void AddInt16(int field, short value)
    {
        Prepare(2, 0);
        BinaryPrimitives.WriteInt16LittleEndian(Put(2), value);
        fields[field] = used;
    }

    public void AddInt32(int field, int value)
    {
        Prepare(4, 0);
        PutInt32(value);
        fields[field] = used;
    }

    public void AddInt64(int field, long value)
    {
        Prepare(8, 0);
        BinaryPrimitives.WriteInt64LittleEndian(Put(8), value);
        fields[field] = used;
    }

    /// <summary>A string, a vector or a table that was written before; 0 leaves the field out.</summary>
    public void AddOffset(int field, int target)
    {
        if (target == 0)
            return;
        Prepare(4, 0);
        PutInt32(used + 4 - target);
        fields[field] = used;
    }

    public int EndTable()
    {
        Prepare(4, 0);
        PutInt32(0);
        int table = used;
        for (int i = fields.Length - 1; i >= 0; i--)
            BinaryPrimitives.WriteUInt16LittleEndian(Put(2), (ushort)(fields[i] == 0 ? 0 : table - fields[i]));
        BinaryPrimitives.WriteUInt16LittleEndian(Put(2), (ushort)(table - tableStart));
        BinaryPrimitives.WriteUInt16LittleEndian(Put(2), (ushort)(4 + 2 * fields.Length));
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(bytes.Length - table), used - table);
        return table;
    }

    public byte[] Finish(int root)
    {
        Prepare(Alignment, 4);
        PutInt32(used + 4 - root);
        return bytes[^used..];
    }

    /// <summary>Pads, so that the next number of <paramref name="size"/> bytes is aligned once <paramref name="after"/> bytes follow.</summary>
    private void Prepare(int size, int after)
    {
        int padding = -(used + after) & (size - 1);
        Put(padding).Clear();
    }

    private void PutInt32(int value) => BinaryPrimitives.WriteInt32LittleEndian(Put(4), value);

    private Span<byte> Put(int count)
    {
        int needed = checked(used + count);
        if (needed > bytes.Length)
        {
            byte[] longer = new byte[Math.Max(needed, checked(2 * bytes.Length))];
            bytes.CopyTo(longer, longer.Length - bytes.Length);
            bytes = longer;
        }
        used = needed;
        return bytes.AsSpan(bytes.Length - used, count);
    }
}
