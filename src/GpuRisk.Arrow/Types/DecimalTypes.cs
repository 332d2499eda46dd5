namespace GpuRisk.Arrow.Types;

/// <summary>Decimal numbers: a 128-bit two's complement integer, times 10^-scale.</summary>
/// <param name="Precision">Digits, 1 to 38.</param>
/// <param name="Scale">Digits after the point; may be negative.</param>
public sealed record Decimal128Type(int Precision, int Scale) : FixedWidthType
{
    public override ArrowTypeId TypeId => ArrowTypeId.Decimal128;

    public override string Name => "decimal128";

    public override int BitWidth => 128;

    public override string ToString() => FormattableString.Invariant($"{Name}({Precision}, {Scale})");
}

/// <summary>Decimal numbers: a 256-bit two's complement integer, times 10^-scale.</summary>
/// <param name="Precision">Digits, 1 to 76.</param>
/// <param name="Scale">Digits after the point; may be negative.</param>
public sealed record Decimal256Type(int Precision, int Scale) : FixedWidthType
{
    public override ArrowTypeId TypeId => ArrowTypeId.Decimal256;

    public override string Name => "decimal256";

    public override int BitWidth => 256;

    public override string ToString() => FormattableString.Invariant($"{Name}({Precision}, {Scale})");
}
