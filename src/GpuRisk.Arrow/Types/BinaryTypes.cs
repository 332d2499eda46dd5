namespace GpuRisk.Arrow.Types;

/// <summary>Byte strings behind 32-bit offsets.</summary>
public sealed record BinaryType : ArrowType
{
    public static BinaryType Default { get; } = new();

    public override ArrowTypeId TypeId => ArrowTypeId.Binary;

    public override string Name => "binary";

    public override string ToString() => Name;
}

/// <summary>Byte strings behind 64-bit offsets.</summary>
public sealed record LargeBinaryType : ArrowType
{
    public static LargeBinaryType Default { get; } = new();

    public override ArrowTypeId TypeId => ArrowTypeId.LargeBinary;

    public override string Name => "largebinary";

    public override string ToString() => Name;
}

/// <summary>UTF-8 text behind 32-bit offsets.</summary>
public sealed record StringType : ArrowType
{
    public static StringType Default { get; } = new();

    public override ArrowTypeId TypeId => ArrowTypeId.String;

    public override string Name => "utf8";

    public override string ToString() => Name;
}

/// <summary>UTF-8 text behind 64-bit offsets.</summary>
public sealed record LargeStringType : ArrowType
{
    public static LargeStringType Default { get; } = new();

    public override ArrowTypeId TypeId => ArrowTypeId.LargeString;

    public override string Name => "largeutf8";

    public override string ToString() => Name;
}

/// <summary>Byte strings of one length.</summary>
/// <param name="ByteWidth">At least 0.</param>
public sealed record FixedSizeBinaryType(int ByteWidth) : FixedWidthType
{
    public override ArrowTypeId TypeId => ArrowTypeId.FixedSizedBinary;

    public override string Name => "fixedsizebinary";

    public override int BitWidth => checked(8 * ByteWidth);

    public override string ToString() => FormattableString.Invariant($"{Name}[{ByteWidth}]");
}
