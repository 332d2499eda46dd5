using GpuRisk.Arrow.FlatBuffers;
using GpuRisk.Arrow.Types;

namespace GpuRisk.Arrow.Ipc;

/// <summary>Types from their metadata (Schema.fbs, union Type).</summary>
internal static class TypeDecoder
{
    /// <param name="kind">The type's number in the union.</param>
    /// <exception cref="InvalidArrowException">The type is not known, or its parameters mean nothing.</exception>
    public static IArrowType Decode(byte kind, FlatTable table, IReadOnlyList<Field> children) => kind switch
    {
        1 => NullType.Default,
        2 => Integer(table),
        3 => FloatingPoint(table.GetInt16(0)),
        4 => BinaryType.Default,
        5 => StringType.Default,
        6 => BooleanType.Default,
        7 => Decimal(table.GetInt32(0), table.GetInt32(1), table.GetInt32(2, 128)),
        8 => table.GetInt16(0, 1) switch
        {
            0 => Date32Type.Default,
            1 => Date64Type.Default,
            var unit => throw Unknown("date unit", unit),
        },
        9 => Time(Unit(table.GetInt16(0, 1)), table.GetInt32(1, 32)),
        10 => new TimestampType(Unit(table.GetInt16(0)), table.GetString(1)),
        11 => table.GetInt16(0) is >= 0 and <= 2 and var unit ? new IntervalType((IntervalUnit)unit) : throw Unknown("interval unit", table.GetInt16(0)),
        15 => table.GetInt32(0) is >= 0 and < int.MaxValue / 8 and var width
            ? new FixedSizeBinaryType(width)
            : throw Unknown("byte width", table.GetInt32(0)),
        18 => new DurationType(Unit(table.GetInt16(0, 1))),
        19 => LargeBinaryType.Default,
        20 => LargeStringType.Default,
        22 => throw NotRead("run-end encoded"),
        23 => throw NotRead("binary view"),
        24 => throw NotRead("utf8 view"),
        25 => throw NotRead("list view"),
        26 => throw NotRead("large list view"),
        _ => Nested(kind, table, children),
    };

    public static IntegerType Integer(FlatTable table) => (table.GetInt32(0), table.GetBoolean(1)) switch
    {
        (8, true) => Int8Type.Default,
        (16, true) => Int16Type.Default,
        (32, true) => Int32Type.Default,
        (64, true) => Int64Type.Default,
        (8, false) => UInt8Type.Default,
        (16, false) => UInt16Type.Default,
        (32, false) => UInt32Type.Default,
        (64, false) => UInt64Type.Default,
        (var width, _) => throw Unknown("integer width", width),
    };

    private static IArrowType Nested(byte kind, FlatTable table, IReadOnlyList<Field> children) => kind switch
    {
        12 => new ListType(Only(children)),
        13 => new StructType(children),
        14 => Union(table, children),
        16 => table.GetInt32(0) is >= 0 and var size ? new FixedSizeListType(Only(children), size) : throw Unknown("list size", table.GetInt32(0)),
        17 => Only(children).DataType is StructType { Fields.Count: 2 }
            ? new MapType(children[0], table.GetBoolean(0))
            : throw new InvalidArrowException("the entries of a map are no struct of two children"),
        21 => new LargeListType(Only(children)),
        _ => throw Unknown("type", kind),
    };

    private static Field Only(IReadOnlyList<Field> children) => children.Count == 1
        ? children[0]
        : throw new InvalidArrowException(FormattableString.Invariant($"a list has {children.Count} children; one is expected"));

    private static UnionType Union(FlatTable table, IReadOnlyList<Field> children)
    {
        short mode = table.GetInt16(0);
        if (mode is not (0 or 1))
            throw Unknown("union mode", mode);
        FlatVector stated = table.GetVector(1, 4);
        if (children.Count > 128)
            throw new InvalidArrowException(FormattableString.Invariant($"a union has {children.Count} children; at most 128 are expected"));
        int[] ids = stated.Count == 0 ? [.. Enumerable.Range(0, children.Count)] : new int[stated.Count == children.Count ? stated.Count : 0];
        for (int i = 0; i < stated.Count && i < ids.Length; i++)
            ids[i] = stated.GetInt32(i);
        if (ids.Length != children.Count || ids.Any(id => id is < 0 or > 127) || ids.Distinct().Count() != ids.Length)
            throw new InvalidArrowException("a union's type ids are not one of 0 to 127 for each child, all different");
        return new UnionType(children, ids, (UnionMode)mode);
    }

    private static IArrowType FloatingPoint(short precision) => precision switch
    {
        0 => HalfFloatType.Default,
        1 => FloatType.Default,
        2 => DoubleType.Default,
        _ => throw Unknown("floating-point precision", precision),
    };

    private static IArrowType Decimal(int precision, int scale, int bitWidth) => (bitWidth, precision) switch
    {
        (128, >= 1 and <= 38) => new Decimal128Type(precision, scale),
        (256, >= 1 and <= 76) => new Decimal256Type(precision, scale),
        (128 or 256, _) => throw Unknown("decimal precision", precision),
        (32 or 64, _) => throw NotRead(FormattableString.Invariant($"{bitWidth}-bit decimal")),
        _ => throw Unknown("decimal width", bitWidth),
    };

    private static IArrowType Time(TimeUnit unit, int bitWidth) => (bitWidth, unit) switch
    {
        (32, TimeUnit.Second or TimeUnit.Millisecond) => new Time32Type(unit),
        (64, TimeUnit.Microsecond or TimeUnit.Nanosecond) => new Time64Type(unit),
        _ => throw new InvalidArrowException(FormattableString.Invariant($"a time of day in {unit}s has {bitWidth} bits; 32 are expected for seconds and milliseconds, else 64")),
    };

    private static TimeUnit Unit(short unit) => unit is >= 0 and <= 3 ? (TimeUnit)unit : throw Unknown("time unit", unit);

    private static InvalidArrowException Unknown(string what, int value) =>
        new(FormattableString.Invariant($"{what} {value} is not one that the format has"));

    private static InvalidArrowException NotRead(string type) => new($"columns of type {type} are not read; write them as another type");
}
