using GpuRisk.Arrow.Types;

namespace GpuRisk.Arrow;

/// <summary>Lists of one length (Arrow Columnar Format, "Fixed-Size List Layout").</summary>
public sealed class FixedSizeListArray(ArrayData data) : Array(data, ArrowTypeId.FixedSizeList)
{
    /// <param name="nullBitmapBuffer">Empty where there is no null.</param>
    public FixedSizeListArray(
        IArrowType dataType, int length, IArrowArray values, ArrowBuffer nullBitmapBuffer, int nullCount = ArrayData.UnknownNullCount, int offset = 0)
        : this(new ArrayData(dataType, length, nullCount, offset, [nullBitmapBuffer], [values.Data]))
    {
    }

    public int ListSize => ((FixedSizeListType)Data.DataType).ListSize;

    /// <summary>The values of all lists; list 0's begin at <see cref="Array.Offset"/> times the size.</summary>
    public IArrowArray Values => ArrowArrayFactory.BuildArray(Child(0));

    /// <summary>The list of a row; null at a null.</summary>
    public IArrowArray? GetSlicedValues(int index) =>
        IsValid(index) ? ArrowArrayFactory.BuildArray(Child(0).Slice(checked((Offset + index) * ListSize), ListSize)) : null;
}
