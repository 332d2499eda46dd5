using GpuRisk.Arrow.FlatBuffers;
using GpuRisk.Arrow.Types;

namespace GpuRisk.Arrow.Ipc;

/// <summary>Types as metadata (Schema.fbs, union Type). Parameters are written even where they are the default.</summary>
internal static class TypeEncoder
{
    /// <summary>The type's number in the union, and its table.</summary>
    public static (byte Kind, int Table) Encode(FlatBufferBuilder builder, IArrowType type) => type switch
    {
        NullType => (1, Empty(builder)),
        IntegerType integer => (2, Integer(builder, integer)),
        HalfFloatType => (3, Units(builder, 0)),
        FloatType => (3, Units(builder, 1)),
        DoubleType => (3, Units(builder, 2)),
        BinaryType => (4, Empty(builder)),
        StringType => (5, Empty(builder)),
        BooleanType => (6, Empty(builder)),
        Decimal128Type number => (7, Numbers(builder, number.Precision, number.Scale, 128)),
        Decimal256Type number => (7, Numbers(builder, number.Precision, number.Scale, 256)),
        Date32Type => (8, Units(builder, 0)),
        Date64Type => (8, Units(builder, 1)),
        Time32Type time => (9, Units(builder, (short)time.Unit, 32)),
        Time64Type time => (9, Units(builder, (short)time.Unit, 64)),
        TimestampType timestamp => (10, Timestamp(builder, timestamp)),
        IntervalType interval => (11, Units(builder, (short)interval.Unit)),
        FixedSizeBinaryType binary => (15, Numbers(builder, binary.ByteWidth)),
        DurationType duration => (18, Units(builder, (short)duration.Unit)),
        LargeBinaryType => (19, Empty(builder)),
        LargeStringType => (20, Empty(builder)),
        _ => Nested(builder, type),
    };

    public static int Integer(FlatBufferBuilder builder, IntegerType type)
    {
        builder.StartTable(2);
        builder.AddInt32(0, type.BitWidth);
        builder.AddBoolean(1, type.IsSigned);
        return builder.EndTable();
    }

    private static (byte Kind, int Table) Nested(FlatBufferBuilder builder, IArrowType type) => type switch
    {
        ListType => (12, Empty(builder)),
        StructType => (13, Empty(builder)),
        UnionType union => (14, Union(builder, union)),
        FixedSizeListType list => (16, Numbers(builder, list.ListSize)),
        MapType map => (17, Map(builder, map)),
        LargeListType => (21, Empty(builder)),
        _ => throw new ArgumentException($"There is no metadata for columns of {type}.", nameof(type)),
    };

    private static int Empty(FlatBufferBuilder builder)
    {
        builder.StartTable(0);
        return builder.EndTable();
    }

    private static int Units(FlatBufferBuilder builder, short unit, int? bitWidth = null)
    {
        builder.StartTable(2);
        if (bitWidth is { } bits)
            builder.AddInt32(1, bits);
        builder.AddInt16(0, unit);
        return builder.EndTable();
    }

    private static int Numbers(FlatBufferBuilder builder, params ReadOnlySpan<int> numbers)
    {
        builder.StartTable(numbers.Length);
        for (int i = 0; i < numbers.Length; i++)
            builder.AddInt32(i, numbers[i]);
        return builder.EndTable();
    }

    private static int Timestamp(FlatBufferBuilder builder, TimestampType type)
    {
        int zone = type.Timezone is null ? 0 : builder.CreateString(type.Timezone);
        builder.StartTable(2);
        builder.AddOffset(1, zone);
        builder.AddInt16(0, (short)type.Unit);
        return builder.EndTable();
    }

    private static int Union(FlatBufferBuilder builder, UnionType type)
    {
        int ids = builder.CreateInt32Vector(type.TypeIds);
        builder.StartTable(2);
        builder.AddOffset(1, ids);
        builder.AddInt16(0, (short)type.Mode);
        return builder.EndTable();
    }

    private static int Map(FlatBufferBuilder builder, MapType type)
    {
        builder.StartTable(1);
        builder.AddBoolean(0, type.KeySorted);
        return builder.EndTable();
    }
}
