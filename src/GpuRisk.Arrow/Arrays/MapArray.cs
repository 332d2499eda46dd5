using GpuRisk.Arrow.Types;

namespace GpuRisk.Arrow;

/// <summary>Lists of key and value.</summary>
public sealed class MapArray(ArrayData data) : ListArray(data, ArrowTypeId.Map)
{
    /// <param name="valueOffsets">length + 1 numbers of 32 bits.</param>
    /// <param name="nullBitmapBuffer">Empty where there is no null.</param>
    public MapArray(
        IArrowType dataType, int length, ArrowBuffer valueOffsets, IArrowArray structs, ArrowBuffer nullBitmapBuffer,
        int nullCount = ArrayData.UnknownNullCount, int offset = 0)
        : this(new ArrayData(dataType, length, nullCount, offset, [nullBitmapBuffer, valueOffsets], [structs.Data]))
    {
    }

    /// <summary>The pairs of all rows, one after the other.</summary>
    public StructArray KeyValues => (StructArray)Values;

    /// <summary>The keys of all rows, one after the other.</summary>
    public IArrowArray Keys => KeyValues.Fields[0];

    /// <summary>The pairs of a row; null at a null.</summary>
    public StructArray? GetKeyValues(int index) => (StructArray?)GetSlicedValues(index);
}
