using GpuRisk.Arrow.Types;

namespace GpuRisk.Arrow.Tests;

/// <summary>Arrays as they are built and looked into.</summary>
public sealed class ArrayTests
{
    [Fact]
    public void A_builder_takes_values_nulls_spans_and_ranges_and_is_empty_after_it_built()
    {
        var builder = new DoubleArray.Builder().Reserve(3).Append(1.5).AppendNull().Append([2.5, 3.5]).Append((double?)null).AppendRange([4.5]);
        Assert.Equal(6, builder.Length);
        DoubleArray array = builder.Build();
        Assert.Equal([1.5, null, 2.5, 3.5, null, 4.5], array);
        Assert.Equal((6, 2, 0), (array.Length, array.NullCount, builder.Length));
        Assert.Equal([9.0], builder.Append(9).Build());
        Assert.Equal([1.5, null, 2.5, 3.5, null, 4.5], array);
        Assert.True(new Int8Array.Builder().Append(1).Build().NullBitmapBuffer.IsEmpty);
    }

    [Fact]
    public void Validity_holds_across_every_length_of_spans()
    {
        for (int before = 0; before < 20; before++)
        {
            for (int span = 0; span < 40; span++)
            {
                var builder = new Int32Array.Builder();
                for (int i = 0; i < before; i++)
                    builder.AppendNull();
                Int32Array array = builder.Append(new int[span]).AppendNull().Build();
                Assert.Equal(before + 1, array.NullCount);
                Assert.Equal(before + 1, Enumerable.Range(0, array.Length).Count(array.IsNull));
                Assert.Equal(span, ArrowArrayFactory.Slice(array, before, span).Data.Slice(0, span).Length - ArrowArrayFactory.Slice(array, before, span).NullCount);
            }
        }
    }

    [Fact]
    public void Rows_outside_an_array_are_refused_and_named()
    {
        Int32Array array = new Int32Array.Builder().Append(1).Append(2).Build();
        Assert.Contains("Row 2 is not one of 2", Assert.Throws<ArgumentOutOfRangeException>(() => array.GetValue(2)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => array.IsNull(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => ((Int32Array)ArrowArrayFactory.Slice(array, 1, 1)).GetValue(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => ArrowArrayFactory.Slice(array, 1, 2));
    }

    [Fact]
    public void Data_whose_buffers_are_too_short_are_refused_where_they_are_read_and_never_written()
    {
        Int32Array array = new(new ArrayData(Int32Type.Default, 3, 0, 0, [ArrowBuffer.Empty, ArrowBuffer.FromArray([1, 2])]));
        Assert.Equal(2, array.GetValue(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => array.GetValue(2));
        Assert.Throws<ArgumentOutOfRangeException>(() => array.Values.Length);
        RecordBatch batch = new(new Schema([new Field("c", Int32Type.Default, true)]), [array], 3);
        Assert.Contains("Column 'c': the buffer of values has 8 bytes; 12 are expected", Assert.Throws<ArgumentException>(() => Written.File(batch.Schema, batch)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new Int64Array(array.Data));
    }

    [Fact]
    public void Dates_and_instants_are_counts_since_1970()
    {
        Date32Array days = new Date32Array.Builder().Append(new DateOnly(1970, 1, 2)).Append(new DateOnly(1969, 12, 31)).AppendNull().Append(int.MaxValue).Build();
        Assert.Equal((1, -1), (days.GetValue(0), days.GetValue(1)));
        Assert.Equal((new DateOnly(1969, 12, 31), null), (days.GetDateOnly(1), days.GetDateOnly(2)));
        Assert.Throws<InvalidArrowException>(() => days.GetDateOnly(3));
        Date64Array milliseconds = new Date64Array.Builder().Append(new DateOnly(1969, 12, 31)).Append(-1L).Append(86_399_999L).Build();
        Assert.Equal(-86_400_000, milliseconds.GetValue(0));
        Assert.Equal(
            [new DateOnly(1969, 12, 31), new DateOnly(1969, 12, 31), new DateOnly(1970, 1, 1)],
            Enumerable.Range(0, 3).Select(i => milliseconds.GetDateOnly(i)!.Value));
    }

    [Theory]
    [InlineData(TimeUnit.Second, 1)]
    [InlineData(TimeUnit.Millisecond, 1_000)]
    [InlineData(TimeUnit.Microsecond, 1_000_000)]
    [InlineData(TimeUnit.Nanosecond, 1_000_000_000)]
    public void An_instant_is_kept_in_every_unit(TimeUnit unit, long second)
    {
        DateTimeOffset instant = new(2026, 3, 27, 9, 0, 0, TimeSpan.FromHours(1)), before = new(1969, 12, 31, 23, 59, 58, TimeSpan.Zero);
        TimestampArray array = new TimestampArray.Builder(new TimestampType(unit, "UTC")).Append(instant).Append(before).AppendNull().Build();
        Assert.Equal([1_774_598_400 * second, -2 * second, null], array);
        Assert.Equal(instant, array.GetTimestamp(0));
        Assert.Equal(before, array.GetTimestamp(1));
        Assert.Null(array.GetTimestamp(2));
    }

    [Fact]
    public void An_instant_that_its_unit_cannot_hold_is_refused()
    {
        DateTimeOffset half = DateTimeOffset.UnixEpoch.AddMilliseconds(500);
        Assert.Throws<ArgumentException>(() => new TimestampArray.Builder(new TimestampType(TimeUnit.Second, null)).Append(half));
        Assert.Throws<ArgumentException>(() => new TimestampArray.Builder(new TimestampType(TimeUnit.Nanosecond, null)).Append(new DateTimeOffset(2400, 1, 1, 0, 0, 0, TimeSpan.Zero)));
        TimestampArray far = new TimestampArray.Builder(new TimestampType(TimeUnit.Second, null)).Append(long.MaxValue).Append(long.MinValue).Build();
        Assert.Throws<InvalidArrowException>(() => far.GetTimestamp(0));
        Assert.Throws<InvalidArrowException>(() => far.GetTimestamp(1));
        TimestampArray fine = new TimestampArray.Builder(new TimestampType(TimeUnit.Nanosecond, null)).Append(-1L).Append(long.MinValue).Build();
        Assert.Equal(DateTimeOffset.UnixEpoch.AddTicks(-1), fine.GetTimestamp(0));
        Assert.Equal(1677, fine.GetTimestamp(1)!.Value.Year);
    }

    [Theory]
    [InlineData("12345", 2, "123.45")]
    [InlineData("-1", 28, "-0.0000000000000000000000000001")]
    [InlineData("79228162514264337593543950335", 0, "79228162514264337593543950335")]
    [InlineData("-792281625142643375935439503350", 1, "-79228162514264337593543950335")]
    [InlineData("5", -3, "5000")]
    [InlineData("0", 38, "0")]
    [InlineData("79228162514264337593543950336", 0, null)]
    [InlineData("1", 38, null)]
    [InlineData("-170141183460469231731687303715884105728", 0, null)]
    public void A_decimal_is_exact_or_refused(string unscaled, int scale, string? expected)
    {
        byte[] bytes = new byte[16];
        System.Buffers.Binary.BinaryPrimitives.WriteInt128LittleEndian(bytes, Int128.Parse(unscaled, System.Globalization.CultureInfo.InvariantCulture));
        Decimal128Array array = new(new ArrayData(new Decimal128Type(38, scale), 1, 0, 0, [ArrowBuffer.Empty, new ArrowBuffer(bytes)]));
        Assert.Equal(unscaled, array.GetUnscaledValue(0)!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture));
        if (expected is null)
            Assert.Throws<OverflowException>(() => array.GetValue(0));
        else
            Assert.Equal(decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), array.GetValue(0));
    }

    [Fact]
    public void Text_that_is_half_of_a_pair_is_not_written() =>
        Assert.Throws<ArgumentException>(() => new StringArray.Builder().Append("a\uD83D"));

    [Fact]
    public void Columns_are_found_by_their_names_and_must_fit_the_schema()
    {
        Int32Array array = new Int32Array.Builder().Append(1).Build();
        Schema schema = new([new Field("a", Int32Type.Default, true), new Field("a", Int32Type.Default, true), new Field("b", Int32Type.Default, true)]);
        RecordBatch batch = new(schema, [array, array, array], 1);
        Assert.Equal((0, 2, -1), (schema.GetFieldIndex("a"), schema.GetFieldIndex("b"), schema.GetFieldIndex("B")));
        Assert.Same(batch.Arrays[2], batch.Column("b"));
        Assert.Contains("no column 'c'; there are 'a', 'a', 'b'", Assert.Throws<ArgumentException>(() => batch.Column("c")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new RecordBatch(schema, [array, array], 1));
        Assert.Throws<ArgumentException>(() => new RecordBatch(schema, [array, array, array], 2));
        Assert.Throws<ArgumentException>(() => new RecordBatch(schema, [array, array, new Int64Array.Builder().Append(1).Build()], 1));
        Assert.NotEqual(schema, new Schema(schema.FieldsList.Take(2)));
    }

    [Fact]
    public void Types_are_equal_where_their_parameters_and_children_are()
    {
        IArrowType List(string name) => new ListType(new Field(name, new TimestampType(TimeUnit.Second, "UTC"), true));
        Assert.Equal(List("a"), List("a"));
        Assert.Equal(List("a").GetHashCode(), List("a").GetHashCode());
        Assert.NotEqual(List("a"), List("b"));
        Assert.NotEqual<IArrowType>(new FixedSizeListType(Int8Type.Default, 2), new FixedSizeListType(Int8Type.Default, 3));
        Assert.NotEqual<IArrowType>(new DictionaryType(Int8Type.Default, List("a"), true), new DictionaryType(Int8Type.Default, List("a"), false));
        Assert.NotEqual<IArrowType>(new UnionType([], [], UnionMode.Dense), new UnionType([], [], UnionMode.Sparse));
    }
}
