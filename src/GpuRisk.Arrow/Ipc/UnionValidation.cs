using GpuRisk.Arrow.Types;

namespace GpuRisk.Arrow.Ipc;

/// <summary>Each row of a union names one of its children and, in a dense one, a row that the child has.</summary>
internal static class UnionValidation
{
    public static void TypeIds(ArrayData data, ArrowBuffer buffer)
    {
        Span<short> children = stackalloc short[256];
        ChildOf((UnionType)data.DataType, children);
        foreach (byte id in buffer.GetSpan<byte>(data.Offset, data.Length))
        {
            if (children[id] < 0)
                throw new InvalidArrowException(FormattableString.Invariant($"a row of a union has type id {id}, which no child has"));
        }
    }

    public static void Offsets(ArrayData data, ArrowBuffer buffer)
    {
        Span<short> children = stackalloc short[256];
        ChildOf((UnionType)data.DataType, children);
        ReadOnlySpan<byte> ids = data.Buffers[0].GetSpan<byte>(data.Offset, data.Length);
        ReadOnlySpan<int> offsets = buffer.GetSpan<int>(data.Offset, data.Length);
        for (int i = 0; i < ids.Length; i++)
        {
            int rows = data.Children[children[ids[i]]].Length;
            if ((uint)offsets[i] >= (uint)rows)
                throw new InvalidArrowException(FormattableString.Invariant($"row {i} of a union is row {offsets[i]} of a child of {rows}"));
        }
    }

    private static void ChildOf(UnionType type, Span<short> children)
    {
        children.Fill(-1);
        for (int i = 0; i < type.TypeIds.Count; i++)
            children[type.TypeIds[i]] = (short)i;
    }
}
