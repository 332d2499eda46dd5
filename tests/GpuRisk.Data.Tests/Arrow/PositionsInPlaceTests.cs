using GpuRisk.Arrow;
using GpuRisk.Arrow.Types;
using GpuRisk.Data.Books;
using GpuRisk.Domain.Portfolios;

namespace GpuRisk.Data.Tests.Arrow;

/// <summary>Positions that are used where they lie in the file, and those that cannot be.</summary>
public sealed class PositionsInPlaceTests : IDisposable
{
    private static readonly string[] instruments = ["BTC", "BTC-C", "BTC-P", "BTC-F", "BTC-PERP"];

    private readonly ArrowBook book = new();

    [Fact]
    public void Quantities_and_instruments_are_the_file_s_own_until_the_book_is_disposed()
    {
        Write(["A1", "A2"], [0, 0, 1, 1], instruments, [0, 4, 1, 3], 1.5, 100, -3, 2);
        Book read = book.Read();
        ReadOnlyMemory<double> quantity = read.Positions.Quantity;
        ReadOnlyMemory<int> held = read.Positions.Instrument;
        Assert.Equal([1.5, 100, -3, 2], quantity.ToArray());
        Assert.Equal([0, 4, 1, 3], held.ToArray());

        read.Dispose();

        Assert.Throws<ObjectDisposedException>(() => quantity.Span[0]);
        Assert.Throws<ObjectDisposedException>(() => held.Span[0]);
    }

    [Fact]
    public void A_book_under_other_settings_shares_the_positions()
    {
        Write(["A1"], [0], instruments, [0], 1);
        Book read = book.Read();
        Book other = read.WithSettings(read.Settings);

        other.Dispose();

        Assert.Throws<ObjectDisposedException>(() => read.Positions.Quantity.Span[0]);
    }

    [Fact]
    public void Columns_of_the_file_can_be_pinned_for_a_device()
    {
        Write(["A1"], [0, 0], instruments, [0, 4], 1.5, 100);
        using Book read = book.Read();
        using System.Buffers.MemoryHandle pinned = read.Positions.Quantity[1..].Pin();
        unsafe
        {
            Assert.Equal(100, *(double*)pinned.Pointer);
        }
    }

    [Fact]
    public void A_dictionary_in_another_order_is_translated()
    {
        Write(["A1", "A2"], [0, 0, 1, 1], ["unused", "BTC-PERP", "BTC-F", "BTC-C", "BTC"], [4, 1, 3, 2], 1.5, 100, -3, 2);
        using Book read = book.Read();

        Assert.Equal([0, 4, 1, 3], read.Positions.Instrument.ToArray());
        Assert.Equal([1.5, 100, -3, 2], read.Positions.Quantity.ToArray());
        Assert.Equal([0, 2, 4], read.Positions.RowStart.ToArray());
    }

    [Fact]
    public void Accounts_are_in_the_order_of_the_rows_not_of_their_dictionary()
    {
        Write(["unused", "A2", "A1"], [2, 1, 1], instruments, [0, 1, 0], 1, 2, 3);
        using Book read = book.Read();

        Assert.Equal(["A1", "A2"], read.Positions.Accounts);
        Assert.Equal([0, 1, 3], read.Positions.RowStart.ToArray());
    }

    [Fact]
    public void Rows_of_an_account_may_be_scattered()
    {
        Write(["A1", "A2"], [0, 1, 0, 1], instruments, [0, 1, 4, 3], 1.5, -3, 100, 2);
        using Book read = book.Read();
        Assert.Equal(["A1", "A2"], read.Positions.Accounts);
        Assert.Equal([0, 4, 1, 3], read.Positions.Instrument.ToArray());
        Assert.Equal([1.5, 100, -3, 2], read.Positions.Quantity.ToArray());
    }

    [Fact]
    public void Two_indices_of_one_name_are_one_account()
    {
        Write(["A1", "A1", "A2"], [0, 1, 2], instruments, [0, 4, 1], 1.5, 100, -3);
        using Book read = book.Read();

        Assert.Equal(["A1", "A2"], read.Positions.Accounts);
        Assert.Equal([0, 2, 3], read.Positions.RowStart.ToArray());
    }

    [Fact]
    public void An_account_may_go_on_in_the_next_batch()
    {
        StringArray accounts = Columns.Text("A1", "A2"), names = Columns.Text(instruments);
        DictionaryArray Of(StringArray values, params int?[] indices) => Columns.Dictionary(Int32Type.Default, indices, values);
        (string, IArrowArray[])[] columns =
        [
            ("account", [Of(accounts, 0), Of(accounts, 0, 1), Of(accounts, 1)]),
            ("instrument", [Of(names, 0), Of(names, 4, 1), Of(names, 3)]),
            ("quantity", [Columns.Numbers(1.5), Columns.Numbers(100, -3), Columns.Numbers(2)]),
        ];
        Columns.Write(book.At("positions.arrow"), columns);
        using Book read = book.Read();

        Assert.Equal(book.InCsvDump, ArrowBook.Dump(read));
        Assert.Equal([0, 2, 4], read.Positions.RowStart.ToArray());
    }

    /// <summary>Every place of a wrong quantity among widths of vectors and their remainders.</summary>
    [Theory]
    [InlineData(double.NaN, "'NaN' is not a number")]
    [InlineData(double.NegativeInfinity, "'-Infinity' is not a number")]
    [InlineData(1.0000000000000002e15, "'1000000000000000.2' is too large")]
    [InlineData(-1.1e15, "'-1100000000000000' is too large")]
    public void A_wrong_quantity_is_found_wherever_it_stands(double wrong, string problem)
    {
        const int Accounts = 67;
        for (int at = 0; at < Accounts; at++)
        {
            double?[] quantity = [.. Enumerable.Repeat<double?>(1, Accounts)];
            quantity[at] = wrong;
            Columns.Write(
                book.At("positions.arrow"),
                ("account", Columns.Dictionary([.. Enumerable.Range(0, Accounts).Select(row => (int?)row)], [.. Enumerable.Range(0, Accounts).Select(row => $"A{row}")])),
                ("instrument", Columns.Dictionary([.. Enumerable.Repeat((int?)0, Accounts)], instruments)),
                ("quantity", Columns.Numbers(quantity)));
            Assert.Contains(FormattableString.Invariant($"positions.arrow:{at + 1}:3: quantity {problem}"), book.Problems(), StringComparison.Ordinal);
        }
    }

    /// <summary>What stands in the file at a null is a number like any other.</summary>
    [Theory]
    [InlineData(1, "account is empty; a name is expected")]
    [InlineData(2, "instrument is empty; the name of an instrument is expected")]
    [InlineData(3, "quantity is empty; a finite number is expected")]
    public void A_null_is_never_taken_for_the_number_beneath_it(int column, string problem)
    {
        int?[] account = [0, 0, 1], instrument = [0, 1, 1];
        double?[] quantity = [1, 2, 3];
        (column == 1 ? account : instrument)[2] = column == 3 ? instrument[2] : null;
        quantity[2] = column == 3 ? null : 3;
        Write(["A1", "A2"], account, instruments, instrument, quantity);
        Assert.Equal($"positions.arrow:3:{column}: {problem}", book.Problems());
    }

    [Fact]
    public void Rows_count_through_all_batches()
    {
        File.Delete(book.At("collateral.arrow"));
        (string, IArrowArray[])[] columns =
        [
            ("account", [Columns.Text("A1", "A2"), Columns.Text("A3"), Columns.Text("A4", "A5")]),
            ("instrument", [Columns.Text("BTC", "BTC"), Columns.Text("BTC"), Columns.Text("BTC", "ETH")]),
            ("quantity", [Columns.Numbers(1, 2), Columns.Numbers(3), Columns.Numbers(double.NaN, 5)]),
        ];
        Columns.Write(book.At("positions.arrow"), columns);
        Assert.Equal(
            "positions.arrow:4:3: quantity 'NaN' is not a number that a double can hold; a finite number, such as 1234.5, is expected\n"
            + "positions.arrow:5:2: instrument 'ETH' is not in instruments.arrow; an instrument of that table is expected",
            book.Problems());
    }

    [Fact]
    public void An_instrument_that_an_account_holds_twice_is_reported_at_its_second_row()
    {
        Write(["A1", "A2"], [0, 0, 1, 1, 1], instruments, [0, 4, 4, 0, 4], 1, 2, 3, 4, 5);
        Assert.Equal(
            "positions.arrow:5:1: account 'A2' holds this instrument in row 3 too; one row an account and instrument is expected", book.Problems());
    }

    public void Dispose() => book.Dispose();

    /// <summary>Other positions; the collateral, which names accounts of the first ones, is left out.</summary>
    private void Write(string[] accounts, int?[] account, string[] names, int?[] instrument, params double?[] quantity)
    {
        File.Delete(book.At("collateral.arrow"));
        Columns.Write(
            book.At("positions.arrow"),
            ("account", Columns.Dictionary(account, accounts)), ("instrument", Columns.Dictionary(instrument, names)), ("quantity", Columns.Numbers(quantity)));
    }
}
