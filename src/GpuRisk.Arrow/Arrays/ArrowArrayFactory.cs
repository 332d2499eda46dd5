using GpuRisk.Arrow.Types;

namespace GpuRisk.Arrow;

/// <summary>Arrays of the class that their type asks for.</summary>
public static class ArrowArrayFactory
{
    public static IArrowArray BuildArray(ArrayData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return data.DataType switch
        {
            NullType => new NullArray(data),
            BooleanType => new BooleanArray(data),
            IntegerType => Integer(data),
            HalfFloatType => new HalfFloatArray(data),
            FloatType => new FloatArray(data),
            DoubleType => new DoubleArray(data),
            StringType => new StringArray(data),
            BinaryType => new BinaryArray(data),
            LargeStringType => new LargeStringArray(data),
            LargeBinaryType => new LargeBinaryArray(data),
            FixedSizeBinaryType => new FixedSizeBinaryArray(data),
            Decimal128Type => new Decimal128Array(data),
            Decimal256Type => new Decimal256Array(data),
            NestedType => Nested(data),
            DictionaryType => new DictionaryArray(data),
            _ => Temporal(data),
        };
    }

    /// <summary>Values <paramref name="offset"/> to offset + length - 1, not copied.</summary>
    public static IArrowArray Slice(IArrowArray array, int offset, int length)
    {
        ArgumentNullException.ThrowIfNull(array);
        return BuildArray(array.Data.Slice(offset, length));
    }

    private static IArrowArray Integer(ArrayData data) => data.DataType.TypeId switch
    {
        ArrowTypeId.Int8 => new Int8Array(data),
        ArrowTypeId.Int16 => new Int16Array(data),
        ArrowTypeId.Int32 => new Int32Array(data),
        ArrowTypeId.Int64 => new Int64Array(data),
        ArrowTypeId.UInt8 => new UInt8Array(data),
        ArrowTypeId.UInt16 => new UInt16Array(data),
        ArrowTypeId.UInt32 => new UInt32Array(data),
        _ => new UInt64Array(data),
    };

    private static IArrowArray Nested(ArrayData data) => data.DataType switch
    {
        ListType => new ListArray(data),
        LargeListType => new LargeListArray(data),
        FixedSizeListType => new FixedSizeListArray(data),
        MapType => new MapArray(data),
        StructType => new StructArray(data),
        UnionType { Mode: UnionMode.Sparse } => new SparseUnionArray(data),
        UnionType => new DenseUnionArray(data),
        _ => throw new ArgumentException($"There is no array of {data.DataType}.", nameof(data)),
    };

    private static IArrowArray Temporal(ArrayData data) => data.DataType switch
    {
        Date32Type => new Date32Array(data),
        Date64Type => new Date64Array(data),
        Time32Type => new Time32Array(data),
        Time64Type => new Time64Array(data),
        TimestampType => new TimestampArray(data),
        DurationType => new DurationArray(data),
        IntervalType { Unit: IntervalUnit.YearMonth } => new YearMonthIntervalArray(data),
        IntervalType { Unit: IntervalUnit.DayTime } => new DayTimeIntervalArray(data),
        IntervalType => new MonthDayNanosecondIntervalArray(data),
        _ => throw new ArgumentException($"There is no array of {data.DataType}.", nameof(data)),
    };
}
