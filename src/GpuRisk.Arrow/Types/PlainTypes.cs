namespace GpuRisk.Arrow.Types;

/// <summary>Nothing but nulls; an array of it has a length and no buffer.</summary>
public sealed record NullType : ArrowType
{
    public static NullType Default { get; } = new();

    public override ArrowTypeId TypeId => ArrowTypeId.Null;

    public override string Name => "null";

    public override string ToString() => Name;
}

/// <summary>A bit a value.</summary>
public sealed record BooleanType : FixedWidthType
{
    public static BooleanType Default { get; } = new();

    public override ArrowTypeId TypeId => ArrowTypeId.Boolean;

    public override string Name => "bool";

    public override int BitWidth => 1;

    public override string ToString() => Name;
}
