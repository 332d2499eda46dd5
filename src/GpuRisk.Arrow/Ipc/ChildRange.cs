using GpuRisk.Arrow.Types;

namespace GpuRisk.Arrow.Ipc;

/// <summary>Which of a child's values, or of the bytes behind offsets, belong to an array that may be a slice.</summary>
internal static class ChildRange
{
    public static ArrayData Of(ArrayData data, int child)
    {
        ArrayData values = data.Children[child];
        switch (data.DataType)
        {
            case ListType or LargeListType or MapType:
                (long start, long end) = OfOffsets(data);
                return values.Slice(checked((int)start), checked((int)(end - start)));
            case FixedSizeListType list:
                return values.Slice(checked(data.Offset * list.ListSize), checked(data.Length * list.ListSize));
            case UnionType { Mode: UnionMode.Dense }:
                return values;
            default:
                return values.Slice(data.Offset, data.Length);
        }
    }

    /// <summary>Where the first value begins and the last ends; 0 and 0 of no values.</summary>
    public static (long Start, long End) OfOffsets(ArrayData data) => data.Length == 0 ? (0, 0) : (Offset(data, 0), Offset(data, data.Length));

    /// <summary>Where value <paramref name="index"/> begins.</summary>
    public static long Offset(ArrayData data, int index)
    {
        long row = (long)data.Offset + index;
        return data.DataType is LargeListType or LargeStringType or LargeBinaryType
            ? data.Buffers[1].GetValue<long>(row)
            : data.Buffers[1].GetValue<int>(row);
    }
}
