using GpuRisk.Arrow.Types;

namespace GpuRisk.Arrow;

/// <summary>
/// Values each of one of several types (Arrow Columnar Format, "Union Layout"). A union has no nulls of its own: a value is null where its
/// child's is.
/// </summary>
public abstract class UnionArray : Array
{
    private protected UnionArray(ArrayData data)
        : base(data, ArrowTypeId.Union)
    {
    }

    public UnionType Type => (UnionType)Data.DataType;

    /// <summary>The type id of each row's value.</summary>
    public ReadOnlySpan<byte> TypeIds => Data.Buffers[0].GetSpan<byte>(Offset, Length);

    public IReadOnlyList<IArrowArray> Fields => [.. Data.Children.Select(ArrowArrayFactory.BuildArray)];

    /// <summary>Which child holds the value of a row, and at which of its rows.</summary>
    public abstract (int Child, int Row) Locate(int index);

    private protected int ChildOf(int index)
    {
        RequireIndex(index);
        int id = TypeIds[index];
        for (int i = 0; i < Type.TypeIds.Count; i++)
        {
            if (Type.TypeIds[i] == id)
                return i;
        }
        throw new InvalidArrowException(FormattableString.Invariant($"row {index} of a union has type id {id}, which no child has"));
    }
}

/// <summary>A union each of whose children is as long as itself.</summary>
public sealed class SparseUnionArray(ArrayData data) : UnionArray(data)
{
    public SparseUnionArray(UnionType dataType, int length, IEnumerable<IArrowArray> children, ArrowBuffer typeIds, int offset = 0)
        : this(new ArrayData(dataType, length, 0, offset, [typeIds], children.Select(c => c.Data)))
    {
    }

    public override (int Child, int Row) Locate(int index) => (ChildOf(index), Offset + index);
}

/// <summary>A union whose rows say where in their child they stand.</summary>
public sealed class DenseUnionArray(ArrayData data) : UnionArray(data)
{
    public DenseUnionArray(
        UnionType dataType, int length, IEnumerable<IArrowArray> children, ArrowBuffer typeIds, ArrowBuffer valueOffsets, int offset = 0)
        : this(new ArrayData(dataType, length, 0, offset, [typeIds, valueOffsets], children.Select(c => c.Data)))
    {
    }

    public ReadOnlySpan<int> ValueOffsets => Data.Buffers[1].GetSpan<int>(Offset, Length);

    public override (int Child, int Row) Locate(int index) => (ChildOf(index), ValueOffsets[index]);
}
