namespace GpuRisk.Arrow.Types;

public sealed record Int8Type : IntegerType
{
    public static Int8Type Default { get; } = new();

    public override ArrowTypeId TypeId => ArrowTypeId.Int8;

    public override string Name => "int8";

    public override int BitWidth => 8;

    public override bool IsSigned => true;

    public override string ToString() => Name;
}

public sealed record Int16Type : IntegerType
{
    public static Int16Type Default { get; } = new();

    public override ArrowTypeId TypeId => ArrowTypeId.Int16;

    public override string Name => "int16";

    public override int BitWidth => 16;

    public override bool IsSigned => true;

    public override string ToString() => Name;
}

public sealed record Int32Type : IntegerType
{
    public static Int32Type Default { get; } = new();

    public override ArrowTypeId TypeId => ArrowTypeId.Int32;

    public override string Name => "int32";

    public override int BitWidth => 32;

    public override bool IsSigned => true;

    public override string ToString() => Name;
}

public sealed record Int64Type : IntegerType
{
    public static Int64Type Default { get; } = new();

    public override ArrowTypeId TypeId => ArrowTypeId.Int64;

    public override string Name => "int64";

    public override int BitWidth => 64;

    public override bool IsSigned => true;

    public override string ToString() => Name;
}

public sealed record UInt8Type : IntegerType
{
    public static UInt8Type Default { get; } = new();

    public override ArrowTypeId TypeId => ArrowTypeId.UInt8;

    public override string Name => "uint8";

    public override int BitWidth => 8;

    public override bool IsSigned => false;

    public override string ToString() => Name;
}

public sealed record UInt16Type : IntegerType
{
    public static UInt16Type Default { get; } = new();

    public override ArrowTypeId TypeId => ArrowTypeId.UInt16;

    public override string Name => "uint16";

    public override int BitWidth => 16;

    public override bool IsSigned => false;

    public override string ToString() => Name;
}

public sealed record UInt32Type : IntegerType
{
    public static UInt32Type Default { get; } = new();

    public override ArrowTypeId TypeId => ArrowTypeId.UInt32;

    public override string Name => "uint32";

    public override int BitWidth => 32;

    public override bool IsSigned => false;

    public override string ToString() => Name;
}

public sealed record UInt64Type : IntegerType
{
    public static UInt64Type Default { get; } = new();

    public override ArrowTypeId TypeId => ArrowTypeId.UInt64;

    public override string Name => "uint64";

    public override int BitWidth => 64;

    public override bool IsSigned => false;

    public override string ToString() => Name;
}
