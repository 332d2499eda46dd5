namespace GpuRisk.Arrow.FlatBuffers;

/// <summary>A table of a FlatBuffer: fields by their number, each with the value that stands for its absence.</summary>
internal readonly struct FlatTable(FlatBuffer buffer, int position, int vtable, int vtableSize, int tableSize)
{
    public byte GetByte(int field, byte absent = 0) => Locate(field, 1) is { } at ? buffer.ReadByte(at) : absent;

    public bool GetBoolean(int field) => GetByte(field) != 0;

    public short GetInt16(int field, short absent = 0) => Locate(field, 2) is { } at ? (short)buffer.ReadUInt16(at) : absent;

    public int GetInt32(int field, int absent = 0) => Locate(field, 4) is { } at ? buffer.ReadInt32(at) : absent;

    public long GetInt64(int field, long absent = 0) => Locate(field, 8) is { } at ? buffer.ReadInt64(at) : absent;

    public string? GetString(int field) => Locate(field, 4) is { } at ? buffer.Text(buffer.Follow(at)) : null;

    public FlatTable? GetTable(int field) => Locate(field, 4) is { } at ? buffer.TableAt(buffer.Follow(at)) : null;

    /// <summary>Empty where it is absent.</summary>
    public FlatVector GetVector(int field, int elementSize)
    {
        if (Locate(field, 4) is not { } at)
            return default;
        (int start, int count) = buffer.Vector(buffer.Follow(at), elementSize);
        return new FlatVector(buffer, start, count, elementSize);
    }

    private int? Locate(int field, int size)
    {
        int slot = 4 + 2 * field;
        if (slot + 2 > vtableSize)
            return null;
        int offset = buffer.ReadUInt16(vtable + slot);
        if (offset == 0)
            return null;
        return offset >= 4 && offset + size <= tableSize
            ? position + offset
            : throw new InvalidArrowException(FormattableString.Invariant($"field {field} of the table at byte {position} of the metadata is outside it"));
    }
}

/// <summary>A vector of a FlatBuffer: offsets to tables, or structs and numbers in place.</summary>
internal readonly struct FlatVector(FlatBuffer buffer, int start, int count, int elementSize)
{
    public int Count => count;

    public FlatTable GetTable(int index) => buffer.TableAt(buffer.Follow(Position(index)));

    /// <summary>The 64-bit number at byte <paramref name="offset"/> of an element.</summary>
    public long GetInt64(int index, int offset = 0) => buffer.ReadInt64(Position(index) + offset);

    /// <summary>The 32-bit number at byte <paramref name="offset"/> of an element.</summary>
    public int GetInt32(int index, int offset = 0) => buffer.ReadInt32(Position(index) + offset);

    private long Position(int index) => (uint)index < (uint)count
        ? start + (long)index * elementSize
        : throw new InvalidArrowException(FormattableString.Invariant($"the metadata have {count} elements where one more is needed"));
}
