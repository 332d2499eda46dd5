using GpuRisk.Arrow;
using GpuRisk.Arrow.Types;
using GpuRisk.Data.Books;
using GpuRisk.Domain.Market;
using GpuRisk.Domain.Portfolios;

namespace GpuRisk.Data.Tests.Arrow;

/// <summary>Each type that a column may have gives the book that CSV gives.</summary>
public sealed class AcceptedTypesTests : IDisposable
{
    private const long Expiry = 1_774_598_400;

    private readonly ArrowBook book = new();
    private readonly string expected;

    public AcceptedTypesTests()
    {
        expected = book.InCsvDump;
    }

    [Theory]
    [InlineData("utf8")]
    [InlineData("large_utf8")]
    [InlineData("int8")]
    [InlineData("int16")]
    [InlineData("int32")]
    [InlineData("int64")]
    [InlineData("uint8")]
    [InlineData("uint16")]
    [InlineData("uint32")]
    [InlineData("uint64")]
    [InlineData("int32+")]
    public void Names_and_words_are_text_or_dictionaries_of_text(string type)
    {
        Columns.Replace(book.At("positions.arrow"), "account", Columns.Names(type, "A1", "A2", "A1", "A2"));
        Columns.Replace(book.At("positions.arrow"), "instrument", Columns.Names(type, "BTC", "BTC-C", "BTC-PERP", "BTC-F"));
        Columns.Replace(book.At("instruments.arrow"), "right", Columns.Names(type, null, "call", "put", null, null));
        AssertSame();
    }

    [Theory]
    [InlineData("int8")]
    [InlineData("int16")]
    [InlineData("int32")]
    [InlineData("int64")]
    [InlineData("uint8")]
    [InlineData("uint16")]
    [InlineData("uint32")]
    [InlineData("uint64")]
    public void Numbers_are_integers(string type)
    {
        Columns.Replace(book.At("correlation.arrow"), "basis:BTC", Columns.Integers(Columns.IntegerOf(type), 0, 0, 1));
        Columns.Replace(book.At("correlation.arrow"), "spot:BTC", Columns.Numbers(1, -0.4, 0));
        CorrelationTable given = book.Read().Correlation!;

        Assert.Equal([1, -0.4, 0, -0.4, 1, 0, 0, 0, 1], given.Values);
    }

    [Fact]
    public void Numbers_are_floating_point_of_any_width()
    {
        HalfFloatArray half = new HalfFloatArray.Builder().Append((Half)1.5).Append((Half)(-3)).Append((Half)100).Append((Half)2).Build();
        FloatArray single = new FloatArray.Builder().Append(1.5f).Append(-3f).Append(100f).Append(2f).Build();
        foreach (IArrowArray column in new IArrowArray[] { half, single, Columns.Numbers(1.5, -3, 100, 2) })
        {
            Columns.Replace(book.At("positions.arrow"), "quantity", column);
            AssertSame();
        }
    }

    [Fact]
    public void The_largest_whole_number_that_a_double_holds_is_taken()
    {
        Columns.Replace(book.At("haircuts.arrow"), "to", new UInt64Array.Builder().Append(100_000).AppendNull().Append(1UL << 63).AppendNull().Build());
        Columns.Replace(book.At("haircuts.arrow"), "from", new UInt64Array.Builder().Append(0).Append(0).Append(100_000).Append(1UL << 63).Build());

        Assert.Equal(9223372036854775808.0, book.Read().Haircuts![0].Tiers[1].To);
    }

    [Theory]
    [InlineData(TimeUnit.Second, 1L, "UTC")]
    [InlineData(TimeUnit.Millisecond, 1_000L, "+00:00")]
    [InlineData(TimeUnit.Microsecond, 1_000_000L, "UTC")]
    [InlineData(TimeUnit.Nanosecond, 1_000_000_000L, "Europe/Berlin")]
    public void Instants_are_timestamps_of_any_unit(TimeUnit unit, long scale, string zone)
    {
        Columns.Replace(book.At("instruments.arrow"), "expiry", Columns.Timestamps(unit, zone, null, Expiry * scale, Expiry * scale, Expiry * scale, null));
        AssertSame();
    }

    [Theory]
    [InlineData("utf8")]
    [InlineData("large_utf8")]
    [InlineData("int8")]
    public void Instants_and_dates_are_text_too(string type)
    {
        Columns.Replace(book.At("instruments.arrow"), "expiry", Columns.Names(type, null, "2026-03-27T08:00:00Z", "2026-03-27T10:00:00+02:00", "2026-03-27T08:00Z", ""));
        Columns.Replace(book.At("history.arrow"), "date", Columns.Names(type, "2026-01-07", "2026-01-08", "2026-01-09", "2026-01-10"));
        AssertSame();
    }

    [Fact]
    public void Dates_are_days_or_milliseconds()
    {
        DateOnly first = new(2026, 1, 7);
        Date32Array days = new Date32Array.Builder().Append(first).Append(first.AddDays(1)).Append(first.AddDays(2)).Append(first.AddDays(3)).Build();
        Date64Array milliseconds = new Date64Array.Builder().Append(first).Append(first.AddDays(1)).Append(first.AddDays(2)).Append(first.AddDays(3)).Build();
        foreach (IArrowArray column in new IArrowArray[] { days, milliseconds })
        {
            Columns.Replace(book.At("history.arrow"), "date", column);
            AssertSame();
        }
    }

    [Fact]
    public void A_column_without_a_type_is_empty()
    {
        NullArray nothing = new(new ArrayData(NullType.Default, 2, 2, 0, []));
        Columns.Write(
            book.At("haircuts.arrow"),
            ("asset", Columns.Text("BTC", "USD")), ("from", Columns.Numbers(0, 0)), ("to", nothing), ("haircut", Columns.Numbers(0.05, 0.01)));

        Assert.All(book.Read().Haircuts!, schedule => Assert.Equal(double.PositiveInfinity, Assert.Single(schedule.Tiers).To));
    }

    [Fact]
    public void Rows_of_many_batches_are_one_table()
    {
        (string, IArrowArray[])[] columns =
        [
            ("quantity", [Columns.Numbers(1.5), Columns.Numbers(), Columns.Numbers(-3, 100), Columns.Numbers(2)]),
            ("account", [Columns.Text("A1"), Columns.Text(), Columns.Text("A2", "A1"), Columns.Text("A2")]),
            ("instrument", [Columns.Text("BTC"), Columns.Text(), Columns.Text("BTC-C", "BTC-PERP"), Columns.Text("BTC-F")]),
        ];
        Columns.Write(book.At("positions.arrow"), columns);
        AssertSame();
    }

    public void Dispose() => book.Dispose();

    private void AssertSame()
    {
        using Book read = book.Read();
        Assert.Equal(expected, ArrowBook.Dump(read));
    }
}
