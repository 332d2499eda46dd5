using GpuRisk.Arrow.Types;

namespace GpuRisk.Arrow.Ipc;

/// <summary>What a buffer of an array holds.</summary>
internal enum BufferKind
{
    Validity,
    Fixed,
    Offsets,
    LargeOffsets,
    Variable,
    TypeIds,
    UnionOffsets,
}

/// <summary>Which buffers an array of a type has, in their order (Arrow Columnar Format, "Buffer Listing for Each Layout").</summary>
internal static class ArrayLayout
{
    private static readonly BufferKind[]
        None = [],
        FixedWidth = [BufferKind.Validity, BufferKind.Fixed],
        Variable = [BufferKind.Validity, BufferKind.Offsets, BufferKind.Variable],
        LargeVariable = [BufferKind.Validity, BufferKind.LargeOffsets, BufferKind.Variable],
        List = [BufferKind.Validity, BufferKind.Offsets],
        LargeList = [BufferKind.Validity, BufferKind.LargeOffsets],
        ValidityAlone = [BufferKind.Validity],
        SparseUnion = [BufferKind.TypeIds],
        DenseUnion = [BufferKind.TypeIds, BufferKind.UnionOffsets];

    public static ReadOnlySpan<BufferKind> Of(IArrowType type) => type switch
    {
        NullType => None,
        StringType or BinaryType => Variable,
        LargeStringType or LargeBinaryType => LargeVariable,
        ListType or MapType => List,
        LargeListType => LargeList,
        StructType or FixedSizeListType => ValidityAlone,
        UnionType { Mode: UnionMode.Sparse } => SparseUnion,
        UnionType => DenseUnion,
        _ => FixedWidth,
    };

    /// <summary>Bits a value of the fixed buffer: of a dictionary array, an index's.</summary>
    public static int BitWidth(IArrowType type) => type is DictionaryType dictionary ? dictionary.IndexType.BitWidth : ((FixedWidthType)type).BitWidth;

    public static IReadOnlyList<Field> Children(IArrowType type) => type is NestedType nested ? nested.Fields : [];
}
