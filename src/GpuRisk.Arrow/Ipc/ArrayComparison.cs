using GpuRisk.Arrow.Types;

namespace GpuRisk.Arrow.Ipc;

/// <summary>Whether arrays of one type have the same values.</summary>
internal static class ArrayComparison
{
    /// <summary>Whether <paramref name="values"/> begin with all of <paramref name="first"/>.</summary>
    public static bool BeginsWith(ArrayData values, ArrayData first)
    {
        if (ReferenceEquals(values, first))
            return true;
        if (values.Length < first.Length || !DictionariesGrow(values, first))
            return false;
        for (int i = 0; i < first.Length; i++)
        {
            if (!AreEqual(values, first, i, i))
                return false;
        }
        return true;
    }

    /// <summary>Whether value <paramref name="i"/> of one array is value <paramref name="j"/> of the other.</summary>
    public static bool AreEqual(ArrayData a, ArrayData b, int i, int j)
    {
        if (a.DataType is NullType)
            return true;
        if (a.DataType is not UnionType)
        {
            if (a.IsValid(i) != b.IsValid(j))
                return false;
            if (!a.IsValid(i))
                return true;
        }
        return a.DataType switch
        {
            NestedType => AreNestedEqual(a, b, i, j),
            BooleanType => Bitmap.Get(a.Buffers[1], (long)a.Offset + i) == Bitmap.Get(b.Buffers[1], (long)b.Offset + j),
            StringType or BinaryType or LargeStringType or LargeBinaryType => Bytes(a, i).SequenceEqual(Bytes(b, j)),
            _ => Fixed(a, i).SequenceEqual(Fixed(b, j)),
        };
    }

    /// <summary>Indices can be compared where the dictionary of one goes on from the other's.</summary>
    private static bool DictionariesGrow(ArrayData values, ArrayData first)
    {
        if (values.Dictionary is not null)
            return BeginsWith(values.Dictionary, first.Dictionary!);
        for (int i = 0; i < values.Children.Count; i++)
        {
            if (!DictionariesGrow(values.Children[i], first.Children[i]))
                return false;
        }
        return true;
    }

    private static bool AreNestedEqual(ArrayData a, ArrayData b, int i, int j)
    {
        switch (a.DataType)
        {
            case StructType:
                return Enumerable.Range(0, a.Children.Count).All(c => AreEqual(a.Children[c], b.Children[c], a.Offset + i, b.Offset + j));
            case FixedSizeListType list:
                return AreRangesEqual(a.Children[0], b.Children[0], (a.Offset + i) * list.ListSize, (b.Offset + j) * list.ListSize, list.ListSize);
            case UnionType:
                (int child, int row) = ((UnionArray)ArrowArrayFactory.BuildArray(a)).Locate(i);
                (int otherChild, int otherRow) = ((UnionArray)ArrowArrayFactory.BuildArray(b)).Locate(j);
                return child == otherChild && AreEqual(a.Children[child], b.Children[child], row, otherRow);
            default:
                long start = ChildRange.Offset(a, i), count = ChildRange.Offset(a, i + 1) - start;
                long otherStart = ChildRange.Offset(b, j), otherCount = ChildRange.Offset(b, j + 1) - otherStart;
                return count == otherCount && AreRangesEqual(a.Children[0], b.Children[0], (int)start, (int)otherStart, (int)count);
        }
    }

    private static bool AreRangesEqual(ArrayData a, ArrayData b, int i, int j, int count)
    {
        for (int k = 0; k < count; k++)
        {
            if (!AreEqual(a, b, i + k, j + k))
                return false;
        }
        return true;
    }

    private static ReadOnlySpan<byte> Bytes(ArrayData data, int index)
    {
        long start = ChildRange.Offset(data, index);
        return data.Buffers[2].GetSpan<byte>(start, checked((int)(ChildRange.Offset(data, index + 1) - start)));
    }

    private static ReadOnlySpan<byte> Fixed(ArrayData data, int index)
    {
        int width = ArrayLayout.BitWidth(data.DataType) / 8;
        return data.Buffers[1].GetSpan<byte>(((long)data.Offset + index) * width, width);
    }
}
