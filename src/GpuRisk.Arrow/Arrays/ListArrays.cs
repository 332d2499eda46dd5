using GpuRisk.Arrow.Types;

namespace GpuRisk.Arrow;

/// <summary>Lists behind 32-bit offsets (Arrow Columnar Format, "Variable-size List Layout").</summary>
public class ListArray : Array
{
    public ListArray(ArrayData data)
        : base(data, ArrowTypeId.List)
    {
    }

    /// <param name="valueOffsets">length + 1 numbers of 32 bits.</param>
    /// <param name="nullBitmapBuffer">Empty where there is no null.</param>
    public ListArray(
        IArrowType dataType, int length, ArrowBuffer valueOffsets, IArrowArray values, ArrowBuffer nullBitmapBuffer,
        int nullCount = ArrayData.UnknownNullCount, int offset = 0)
        : this(new ArrayData(dataType, length, nullCount, offset, [nullBitmapBuffer, valueOffsets], [values.Data]))
    {
    }

    private protected ListArray(ArrayData data, ArrowTypeId type)
        : base(data, type)
    {
    }

    /// <summary>The values of all lists, one after the other.</summary>
    public IArrowArray Values => ArrowArrayFactory.BuildArray(Child(0));

    /// <summary>Where each list begins in <see cref="Values"/>, and the end of the last: a number more than there are lists.</summary>
    public ReadOnlySpan<int> ValueOffsets => Data.Buffers[1].IsEmpty ? [] : Data.Buffers[1].GetSpan<int>(Offset, checked(Length + 1));

    /// <summary>0 at a null.</summary>
    public int GetValueLength(int index) => Bounds(index) is var (start, end) ? end - start : 0;

    /// <summary>The list of a row; null at a null.</summary>
    public IArrowArray? GetSlicedValues(int index) =>
        Bounds(index) is var (start, end) ? ArrowArrayFactory.BuildArray(Child(0).Slice(start, end - start)) : null;

    private (int Start, int End)? Bounds(int index)
    {
        if (IsNull(index))
            return null;
        ReadOnlySpan<int> ends = Data.Buffers[1].GetSpan<int>((long)Offset + index, 2);
        return (ends[0], ends[1]);
    }
}

/// <summary>Lists behind 64-bit offsets.</summary>
public sealed class LargeListArray(ArrayData data) : Array(data, ArrowTypeId.LargeList)
{
    /// <param name="valueOffsets">length + 1 numbers of 64 bits.</param>
    /// <param name="nullBitmapBuffer">Empty where there is no null.</param>
    public LargeListArray(
        IArrowType dataType, int length, ArrowBuffer valueOffsets, IArrowArray values, ArrowBuffer nullBitmapBuffer,
        int nullCount = ArrayData.UnknownNullCount, int offset = 0)
        : this(new ArrayData(dataType, length, nullCount, offset, [nullBitmapBuffer, valueOffsets], [values.Data]))
    {
    }

    /// <summary>The values of all lists, one after the other.</summary>
    public IArrowArray Values => ArrowArrayFactory.BuildArray(Child(0));

    /// <summary>Where each list begins in <see cref="Values"/>, and the end of the last: a number more than there are lists.</summary>
    public ReadOnlySpan<long> ValueOffsets => Data.Buffers[1].IsEmpty ? [] : Data.Buffers[1].GetSpan<long>(Offset, checked(Length + 1));

    /// <summary>The list of a row; null at a null.</summary>
    public IArrowArray? GetSlicedValues(int index)
    {
        if (IsNull(index))
            return null;
        ReadOnlySpan<long> ends = Data.Buffers[1].GetSpan<long>((long)Offset + index, 2);
        return ArrowArrayFactory.BuildArray(Child(0).Slice(checked((int)ends[0]), checked((int)(ends[1] - ends[0]))));
    }
}
