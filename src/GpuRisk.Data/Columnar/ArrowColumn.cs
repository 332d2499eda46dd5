using GpuRisk.Arrow;
using GpuRisk.Arrow.Types;

namespace GpuRisk.Data.Columnar;

/// <summary>One column of a table in Arrow, a batch at a time. A null is an empty cell.</summary>
internal abstract class ArrowColumn
{
    public static ArrowColumn Of(IArrowType type) => type switch
    {
        StringType or LargeStringType => new TextColumn(),
        DictionaryType { ValueType: StringType or LargeStringType } => new DictionaryTextColumn(),
        DoubleType => new NumberColumn<double>(),
        FloatType => new NumberColumn<float>(),
        HalfFloatType => new NumberColumn<Half>(),
        IntegerType integer => Integer(integer),
        TimestampType { Timezone.Length: > 0 } timestamp => new InstantColumn(timestamp.Unit),
        Date32Type => new DateColumn<int>(unitsADay: 1),
        Date64Type => new DateColumn<long>(unitsADay: 86_400_000),
        NullType => new EmptyColumn(),
        _ => new UnreadColumn(),
    };

    /// <exception cref="InvalidArrowException">The batch holds what no row could be read from.</exception>
    public abstract void Load(IArrowArray batch);

    public abstract bool IsEmpty(int row);

    /// <summary>As text in UTF-8, valid until the next call.</summary>
    public abstract ReadOnlySpan<byte> Text(int row);

    public virtual bool TryNumber(int row, out double number)
    {
        number = double.NaN;
        return false;
    }

    public virtual bool TryInstant(int row, out DateTimeOffset instant)
    {
        instant = default;
        return false;
    }

    public virtual bool TryDate(int row, out DateOnly date)
    {
        date = default;
        return false;
    }

    private static ArrowColumn Integer(IntegerType type) => type.TypeId switch
    {
        ArrowTypeId.Int8 => new NumberColumn<sbyte>(),
        ArrowTypeId.Int16 => new NumberColumn<short>(),
        ArrowTypeId.Int32 => new NumberColumn<int>(),
        ArrowTypeId.Int64 => new NumberColumn<long>(),
        ArrowTypeId.UInt8 => new NumberColumn<byte>(),
        ArrowTypeId.UInt16 => new NumberColumn<ushort>(),
        ArrowTypeId.UInt32 => new NumberColumn<uint>(),
        _ => new NumberColumn<ulong>(),
    };
}

/// <summary>A column of nulls alone, of no type.</summary>
internal sealed class EmptyColumn : ArrowColumn
{
    public override void Load(IArrowArray batch)
    {
    }

    public override bool IsEmpty(int row) => true;

    public override ReadOnlySpan<byte> Text(int row) => [];
}

/// <summary>A column of a type that no table has: it is in the header, and refused there.</summary>
internal sealed class UnreadColumn : ArrowColumn
{
    public override void Load(IArrowArray batch)
    {
    }

    public override bool IsEmpty(int row) => true;

    public override ReadOnlySpan<byte> Text(int row) => [];
}
