using GpuRisk.Arrow;
using GpuRisk.Arrow.Types;
using GpuRisk.Data.Books;
using GpuRisk.Domain.Input;
using GpuRisk.Domain.Market;

namespace GpuRisk.Data.Tests.Arrow;

/// <summary>Content of Arrow files that is refused, as that of CSV is, at its row and the number of its column.</summary>
public sealed class HostileArrowTests : IDisposable
{
    private readonly ArrowBook book = new();

    [Theory]
    [InlineData("positions", "account", "boolean", "positions.arrow:1:1: column 'account' is of type bool; utf8, large_utf8 or a dictionary of one of them is expected")]
    [InlineData("positions", "instrument", "double", "positions.arrow:1:2: column 'instrument' is of type double; utf8, large_utf8 or a dictionary of one of them is expected")]
    [InlineData("positions", "quantity", "utf8", "positions.arrow:1:3: column 'quantity' is of type utf8; an integer or floating-point type is expected")]
    [InlineData("positions", "quantity", "boolean", "positions.arrow:1:3: column 'quantity' is of type bool; an integer or floating-point type is expected")]
    [InlineData("positions", "quantity", "date", "positions.arrow:1:3: column 'quantity' is of type date32; an integer or floating-point type is expected")]
    [InlineData("market", "expiry", "naive", "market.arrow:1:3: column 'expiry' is of type timestamp[Microsecond]; a timestamp with a time zone, such as timestamp[us, UTC], or utf8 is expected")]
    [InlineData("market", "expiry", "date", "market.arrow:1:3: column 'expiry' is of type date32; a timestamp with a time zone, such as timestamp[us, UTC], or utf8 is expected")]
    [InlineData("history", "date", "double", "history.arrow:1:1: column 'date' is of type double; date32, date64 or utf8 is expected")]
    [InlineData("history", "vol:BTC", "utf8", "history.arrow:1:3: column 'vol:BTC' is of type utf8; an integer or floating-point type is expected")]
    [InlineData("correlation", "factor", "double", "correlation.arrow:1:1: column 'factor' is of type double; utf8, large_utf8 or a dictionary of one of them is expected")]
    public void A_column_of_another_type_is_one_problem(string table, string column, string type, string problem)
    {
        int rows = table switch { "market" => 5, "correlation" => 3, _ => 4 };
        Columns.Replace(book.At(table + ".arrow"), column, Of(type, rows));
        Assert.Equal(problem, string.Join('\n', book.Problems().Split('\n').Where(line => line.StartsWith(table, StringComparison.Ordinal))));
    }

    [Fact]
    public void Unknown_missing_and_repeated_columns_are_named()
    {
        Columns.Write(
            book.At("positions.arrow"),
            ("account", Columns.Text("A1")), ("note", Columns.Text("x")), ("account", Columns.Text("A1")), ("quantity", Columns.Numbers(1)));
        string problems = book.Problems();
        Assert.Contains("positions.arrow:1:2: column 'note' is unknown; the columns account, instrument, quantity are expected", problems, StringComparison.Ordinal);
        Assert.Contains("positions.arrow:1:3: column 'account' appears twice", problems, StringComparison.Ordinal);
        Assert.Contains("positions.arrow:1:1: column 'instrument' is missing", problems, StringComparison.Ordinal);
    }

    [Fact]
    public void A_null_is_an_empty_cell()
    {
        Columns.Replace(book.At("positions.arrow"), "account", Columns.Text("A1", null, "A1", "A2"));
        Columns.Replace(book.At("positions.arrow"), "instrument", Columns.Dictionary([0, 1, null, 2], "BTC", "BTC-C", null));
        Columns.Replace(book.At("positions.arrow"), "quantity", Columns.Numbers(null, 1, 2, 3));
        Columns.Replace(book.At("market.arrow"), "expiry", Columns.Timestamps(TimeUnit.Second, "UTC", null, null, null, null, null));

        string problems = book.Problems();
        Assert.Contains("positions.arrow:1:3: quantity is empty; a finite number is expected", problems, StringComparison.Ordinal);
        Assert.Contains("positions.arrow:2:1: account is empty; a name is expected", problems, StringComparison.Ordinal);
        Assert.Contains("positions.arrow:3:2: instrument is empty; the name of an instrument is expected", problems, StringComparison.Ordinal);
        Assert.Contains("positions.arrow:4:2: instrument is empty; the name of an instrument is expected", problems, StringComparison.Ordinal);
        Assert.Contains("market.arrow:2:3: expiry is empty; an ISO 8601 instant", problems, StringComparison.Ordinal);
        Assert.DoesNotContain(".csv", problems, StringComparison.Ordinal);
    }

    [Fact]
    public void A_whole_number_that_no_double_holds_is_refused()
    {
        Int64Array quantity = new Int64Array.Builder().Append(9007199254740992).Append(9007199254740993).Append(long.MaxValue).Append(long.MinValue).Build();
        Columns.Replace(book.At("history.arrow"), "basis:BTC", quantity);
        Assert.Equal(
            "history.arrow:2:4: level '9007199254740993' is not a number that a double can hold; a finite number, such as 1234.5, is expected\n"
            + "history.arrow:3:4: level '9223372036854775807' is not a number that a double can hold; a finite number, such as 1234.5, is expected",
            book.Problems());
    }

    [Fact]
    public void Instants_and_dates_outside_the_calendar_or_finer_than_it_are_refused()
    {
        Columns.Replace(book.At("instruments.arrow"), "expiry", Columns.Timestamps(TimeUnit.Nanosecond, "UTC", null, 1_774_598_400_000_000_001, long.MaxValue, long.MinValue, null));
        Columns.Replace(book.At("history.arrow"), "date", new Date64Array.Builder().Append(1).Append(long.MaxValue).Append(long.MinValue).Append(86_400_000).Build());
        string problems = book.Problems();
        Assert.Contains("instruments.arrow:2:4: expiry '1774598400000000001 nanoseconds since 1970' is not an instant", problems, StringComparison.Ordinal);
        Assert.Contains("instruments.arrow:3:4: expiry '9223372036854775807 nanoseconds since 1970' is not an instant", problems, StringComparison.Ordinal);
        Assert.Contains("history.arrow:1:1: date '1 milliseconds since 1970' is not a date", problems, StringComparison.Ordinal);
        Assert.Contains("history.arrow:2:1: date '9223372036854775807 milliseconds since 1970' is not a date", problems, StringComparison.Ordinal);

        Columns.Replace(book.At("instruments.arrow"), "expiry", Columns.Timestamps(TimeUnit.Second, "UTC", null, long.MaxValue, long.MinValue, 0, null));
        problems = book.Problems();
        Assert.Contains("instruments.arrow:2:4: expiry '9223372036854775807 seconds since 1970' is not an instant", problems, StringComparison.Ordinal);
        Assert.Contains("instruments.arrow:4:4: the instrument expired at 1970-01-01T00:00:00Z", problems, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_keep_their_rules()
    {
        Columns.Replace(book.At("positions.arrow"), "account", Columns.Dictionary([0, 1, 2, 3], " A", "\u001b[2J", new string('x', 257), "A\n"));
        string problems = book.Problems();
        foreach (string start in new[] { "1:1: account ' A' is not a name", "2:1: account '\\u001b[2J' is not a name", "3:1: account 'xxx", "4:1: account 'A\\u000a' is not a name" })
            Assert.Contains("positions.arrow:" + start, problems, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', problems);
    }

    [Fact]
    public void Text_that_is_not_UTF_8_is_refused()
    {
        StringArray.Builder texts = new();
        texts.Append("A1").Append("A2").Append((ReadOnlySpan<byte>)[0xC3, 0x28]).Append("A3");
        StringArray accounts = texts.Build();
        foreach (IArrowArray column in new IArrowArray[] { accounts, Columns.Dictionary(Int32Type.Default, [0, 1, 2, 3], accounts) })
        {
            Columns.Replace(book.At("positions.arrow"), "account", column);
            Assert.Equal("positions.arrow:1:1: the file cannot be read as Arrow (text 3 of a batch is not UTF-8); a file in the Arrow IPC file format is expected", book.Problems());
        }
    }

    /// <summary>The indices are overwritten in the file itself: no writer would write them.</summary>
    [Theory]
    [InlineData(5)]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    [InlineData(int.MinValue)]
    public void An_index_that_the_dictionary_does_not_have_is_refused(int index)
    {
        string path = book.At("positions.arrow");
        byte[] file = File.ReadAllBytes(path);
        byte[] sound = [.. new[] { 0, 1, 4, 3 }.SelectMany(BitConverter.GetBytes)];
        int at = file.AsSpan().IndexOf(sound);
        Assert.True(at > 0);
        BitConverter.TryWriteBytes(file.AsSpan(at + 4), index);
        File.WriteAllBytes(path, file);

        string problem = book.Problems();
        Assert.StartsWith("positions.arrow:1:1: the file cannot be read as Arrow", problem, StringComparison.Ordinal);
        Assert.Contains(FormattableString.Invariant($"index {index} in a dictionary of 5 values"), problem, StringComparison.Ordinal);
        Assert.EndsWith("a file in the Arrow IPC file format is expected", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "positions.arrow:1:1: the file is empty; a file in the Arrow IPC file format is expected")]
    [InlineData("account,instrument,quantity\nA1,BTC,1\n", "positions.arrow:1:1: the file cannot be read as Arrow")]
    public void What_is_no_Arrow_file_is_refused(string text, string problem)
    {
        File.WriteAllText(book.At("positions.arrow"), text);
        Assert.StartsWith(problem, book.Problems(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_of_that_name_is_refused()
    {
        File.Delete(book.At("positions.arrow"));
        Directory.CreateDirectory(book.At("positions.arrow"));
        Assert.Equal("positions.arrow:1:1: this is a folder; a readable file is expected", book.Problems());
    }

    [Fact]
    public void Tables_without_rows_are_refused()
    {
        Columns.Write(book.At("positions.arrow"), ("account", Columns.Text()), ("instrument", Columns.Dictionary([])), ("quantity", Columns.Numbers()));
        Assert.Contains("positions.arrow:1:1: the table has no rows; at least one row below the header is expected", book.Problems(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_that_is_there_twice_is_refused_and_both_files_are_named()
    {
        File.Copy(Path.Combine(book.InCsv, "positions.csv"), book.At("positions.csv"));
        File.Copy(Path.Combine(book.InCsv, "haircuts.csv"), book.At("haircuts.csv"));
        Assert.Equal(
            "positions.csv:1:1: the table is there twice, as positions.csv and as positions.arrow; one of the two is expected\n"
            + "haircuts.csv:1:1: the table is there twice, as haircuts.csv and as haircuts.arrow; one of the two is expected",
            book.Problems());
    }

    [Fact]
    public void Some_tables_may_be_CSV_and_messages_name_the_files_that_are_there()
    {
        File.Delete(book.At("positions.arrow"));
        File.WriteAllText(book.At("positions.csv"), "account,instrument,quantity\nA1,ETH,1\n");
        Assert.Contains("positions.csv:2:4: instrument 'ETH' is not in instruments.arrow;", book.Problems(), StringComparison.Ordinal);
        Assert.Contains("account 'A2' is not in positions.csv", book.Problems(), StringComparison.Ordinal);
    }

    [Fact]
    public void Shocks_are_read_from_Arrow()
    {
        string path = book.At("crash.arrow");
        Columns.Write(path, ("scenario", Columns.Names("int8", "down", "up")), ("spot:BTC", Columns.Numbers(-0.5, 0.1)), ("vol:BTC", Columns.Integers(Int16Type.Default, 1, 0)));
        ShockMatrix shocks = ShockReader.Read(path);

        Assert.Equal(["down", "up"], shocks.Labels);
        Assert.Equal([-0.5, 0.1, 1, 0], shocks.Values.ToArray());
        Assert.Equal("crash.arrow", shocks.Source);
    }

    [Fact]
    public void Wrong_shocks_are_refused()
    {
        string path = book.At("crash.arrow");
        Columns.Write(path, ("scenario", Columns.Text("a", "a")), ("spot:BTC", Columns.Numbers(double.NaN, null)));
        Assert.Equal(
            $"{path}:1:2: shock 'NaN' is not a number that a double can hold; a finite number, such as 1234.5, is expected\n"
            + $"{path}:2:1: scenario 'a' appears twice; one row a scenario is expected\n"
            + $"{path}:2:2: shock is empty; a finite number is expected",
            string.Join('\n', Assert.Throws<InvalidInputException>(() => ShockReader.Read(path)).Problems));
    }

    public void Dispose() => book.Dispose();

    private static IArrowArray Of(string type, int rows) => type switch
    {
        "boolean" => new BooleanArray.Builder().AppendRange(Enumerable.Repeat(true, rows)).Build(),
        "double" => Columns.Numbers([.. Enumerable.Repeat<double?>(1, rows)]),
        "utf8" => Columns.Text([.. Enumerable.Repeat("1", rows)]),
        "date" => new Date32Array.Builder().AppendRange(Enumerable.Repeat(20_000, rows)).Build(),
        _ => Columns.Timestamps(TimeUnit.Microsecond, null, [.. Enumerable.Repeat<long?>(1, rows)]),
    };
}
