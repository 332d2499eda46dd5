namespace GpuRisk.Arrow.Types;

/// <summary>IEEE 754 binary16.</summary>
public sealed record HalfFloatType : FixedWidthType
{
    public static HalfFloatType Default { get; } = new();

    public override ArrowTypeId TypeId => ArrowTypeId.HalfFloat;

    public override string Name => "halffloat";

    public override int BitWidth => 16;

    public override string ToString() => Name;
}

/// <summary>IEEE 754 binary32.</summary>
public sealed record FloatType : FixedWidthType
{
    public static FloatType Default { get; } = new();

    public override ArrowTypeId TypeId => ArrowTypeId.Float;

    public override string Name => "float";

    public override int BitWidth => 32;

    public override string ToString() => Name;
}

/// <summary>IEEE 754 binary64.</summary>
public sealed record DoubleType : FixedWidthType
{
    public static DoubleType Default { get; } = new();

    public override ArrowTypeId TypeId => ArrowTypeId.Double;

    public override string Name => "double";

    public override int BitWidth => 64;

    public override string ToString() => Name;
}
