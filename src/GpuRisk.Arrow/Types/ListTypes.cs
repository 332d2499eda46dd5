namespace GpuRisk.Arrow.Types;

/// <summary>Lists behind 32-bit offsets.</summary>
public sealed record ListType(Field ValueField) : NestedType([ValueField])
{
    public ListType(IArrowType valueDataType)
        : this(new Field("item", valueDataType, nullable: true))
    {
    }

    public IArrowType ValueDataType => ValueField.DataType;

    public override ArrowTypeId TypeId => ArrowTypeId.List;

    public override string Name => "list";

    public override string ToString() => base.ToString();
}

/// <summary>Lists behind 64-bit offsets.</summary>
public sealed record LargeListType(Field ValueField) : NestedType([ValueField])
{
    public LargeListType(IArrowType valueDataType)
        : this(new Field("item", valueDataType, nullable: true))
    {
    }

    public IArrowType ValueDataType => ValueField.DataType;

    public override ArrowTypeId TypeId => ArrowTypeId.LargeList;

    public override string Name => "largelist";

    public override string ToString() => base.ToString();
}

/// <summary>Lists of one length.</summary>
/// <param name="ListSize">At least 0.</param>
public sealed record FixedSizeListType(Field ValueField, int ListSize) : NestedType([ValueField])
{
    public FixedSizeListType(IArrowType valueDataType, int listSize)
        : this(new Field("item", valueDataType, nullable: true), listSize)
    {
    }

    public IArrowType ValueDataType => ValueField.DataType;

    public override ArrowTypeId TypeId => ArrowTypeId.FixedSizeList;

    public override string Name => "fixedsizelist";

    public override string ToString() => FormattableString.Invariant($"{base.ToString()}[{ListSize}]");
}
