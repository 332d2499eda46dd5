using GpuRisk.Arrow.Types;

namespace GpuRisk.Arrow;

/// <summary>
/// An array's parts: what each buffer and child means follows from its type (Arrow Columnar Format, "Buffer Listing for Each Layout"). Nothing
/// here is checked against the buffers; reading past one throws <see cref="ArgumentOutOfRangeException"/>.
/// </summary>
public sealed class ArrayData
{
    /// <summary>The null count that is to be counted from the bitmap.</summary>
    public const int UnknownNullCount = -1;

    /// <param name="length">Values.</param>
    /// <param name="nullCount">Nulls among them, or <see cref="UnknownNullCount"/>.</param>
    /// <param name="offset">The place of the first value in the buffers; children of a struct and a sparse union start there too.</param>
    /// <param name="dictionary">Of a dictionary array: its values.</param>
    public ArrayData(
        IArrowType dataType, int length, int nullCount, int offset, IEnumerable<ArrowBuffer> buffers, IEnumerable<ArrayData>? children = null,
        ArrayData? dictionary = null)
    {
        ArgumentNullException.ThrowIfNull(dataType);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(nullCount, length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(offset, int.MaxValue - length);
        DataType = dataType;
        Length = length;
        Offset = offset;
        Buffers = [.. buffers];
        Children = children is null ? [] : [.. children];
        Dictionary = dictionary;
        NullCount = nullCount >= 0 ? nullCount : CountNulls(offset, length);
    }

    public IArrowType DataType { get; }

    public int Length { get; }

    public int NullCount { get; }

    public int Offset { get; }

    public IReadOnlyList<ArrowBuffer> Buffers { get; }

    public IReadOnlyList<ArrayData> Children { get; }

    public ArrayData? Dictionary { get; }

    /// <summary>Of a dictionary's values as they were read: the same object for all that grew out of one another by appending.</summary>
    internal object? Lineage { get; set; }

    /// <summary>Whether value <paramref name="index"/> is no null by the array's own bitmap.</summary>
    internal bool IsValid(int index) => NullCount == 0 || NullCount < Length && Bitmap.Get(Buffers[0], (long)Offset + index);

    /// <summary>Values <paramref name="start"/> to start + length - 1, not copied.</summary>
    public ArrayData Slice(int start, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(start, Length - length);
        if (start == 0 && length == Length)
            return this;
        int nulls = NullCount == 0 ? 0 : NullCount == Length ? length : CountNulls(Offset + start, length);
        return new ArrayData(DataType, length, nulls, Offset + start, Buffers, Children, Dictionary);
    }

    private int CountNulls(int start, int length) => DataType.TypeId switch
    {
        ArrowTypeId.Null => length,
        ArrowTypeId.Union => 0,
        _ => Buffers.Count == 0 || Buffers[0].IsEmpty ? 0 : length - Bitmap.CountOnes(Buffers[0], start, length),
    };
}
