using GpuRisk.Arrow.Types;

namespace GpuRisk.Arrow;

/// <summary>Rows of several children (Arrow Columnar Format, "Struct Layout"). A null row hides what its children have there.</summary>
public sealed class StructArray(ArrayData data) : Array(data, ArrowTypeId.Struct)
{
    /// <param name="nullBitmapBuffer">Empty where there is no null.</param>
    public StructArray(
        IArrowType dataType, int length, IEnumerable<IArrowArray> children, ArrowBuffer nullBitmapBuffer, int nullCount = ArrayData.UnknownNullCount,
        int offset = 0)
        : this(new ArrayData(dataType, length, nullCount, offset, [nullBitmapBuffer], children.Select(c => c.Data)))
    {
    }

    /// <summary>The children, each with a value a row of this array.</summary>
    public IReadOnlyList<IArrowArray> Fields => [.. Data.Children.Select(c => ArrowArrayFactory.BuildArray(c.Slice(Offset, Length)))];
}
