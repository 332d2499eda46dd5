using GpuRisk.Arrow.Types;

namespace GpuRisk.Arrow.Ipc;

/// <summary>
/// Whether an array's buffers hold what its type and length ask for, so that reading any of its values stays inside them. Numbers are not
/// looked at; offsets, indices, type ids and validity bits are.
/// </summary>
internal static class ArrayValidation
{
    public static void Validate(ArrayData data)
    {
        ReadOnlySpan<BufferKind> layout = ArrayLayout.Of(data.DataType);
        if (data.Buffers.Count != layout.Length || data.Children.Count != ArrayLayout.Children(data.DataType).Count)
            throw new InvalidArrowException($"an array of {data.DataType.Name} has {data.Buffers.Count} buffers and {data.Children.Count} children, which are not those of its type");
        for (int i = 0; i < layout.Length; i++)
            Validate(data, layout[i], data.Buffers[i]);
        ValidateChildren(data);
        if (data.DataType is DictionaryType type)
            IndexValidation.Validate(data, type);
    }

    /// <summary>The same, and of every dictionary that the array refers to.</summary>
    public static void ValidateWithDictionaries(ArrayData data)
    {
        Validate(data);
        ValidateDictionaries(data);
    }

    private static void ValidateDictionaries(ArrayData data)
    {
        if (data.Dictionary is not null)
            ValidateWithDictionaries(data.Dictionary);
        foreach (ArrayData child in data.Children)
            ValidateDictionaries(child);
    }

    private static void Validate(ArrayData data, BufferKind kind, ArrowBuffer buffer)
    {
        long end = (long)data.Offset + data.Length;
        switch (kind)
        {
            case BufferKind.Validity:
                Validity(data, buffer, end);
                break;
            case BufferKind.Fixed:
                Require(buffer, Bitmap.ByteCount(end * ArrayLayout.BitWidth(data.DataType)), "values");
                break;
            case BufferKind.TypeIds:
                Require(buffer, end, "type ids");
                UnionValidation.TypeIds(data, buffer);
                break;
            case BufferKind.UnionOffsets:
                Require(buffer, 4 * end, "offsets");
                UnionValidation.Offsets(data, buffer);
                break;
            case BufferKind.Offsets:
                OffsetValidation.Validate<int>(data, buffer);
                break;
            case BufferKind.LargeOffsets:
                OffsetValidation.Validate<long>(data, buffer);
                break;
        }
    }

    private static void Validity(ArrayData data, ArrowBuffer buffer, long end)
    {
        if (data.NullCount == 0)
            return;
        Require(buffer, Bitmap.ByteCount(end), "validity bits");
        int nulls = data.Length - Bitmap.CountOnes(buffer, data.Offset, data.Length);
        if (nulls != data.NullCount)
            throw new InvalidArrowException(FormattableString.Invariant($"an array is said to have {data.NullCount} nulls; its bitmap has {nulls}"));
    }

    private static void ValidateChildren(ArrayData data)
    {
        long needed = data.DataType switch
        {
            FixedSizeListType list => ((long)data.Offset + data.Length) * list.ListSize,
            StructType or UnionType { Mode: UnionMode.Sparse } => (long)data.Offset + data.Length,
            _ => 0,
        };
        foreach (ArrayData child in data.Children)
        {
            if (child.Length < needed)
                throw new InvalidArrowException(FormattableString.Invariant($"a child of a {data.DataType.Name} has {child.Length} values; {needed} are expected"));
            Validate(child);
        }
    }

    private static void Require(ArrowBuffer buffer, long bytes, string what)
    {
        if (buffer.Length < bytes)
            throw new InvalidArrowException(FormattableString.Invariant($"the buffer of {what} has {buffer.Length} bytes; {bytes} are expected"));
    }
}
