using System.Text;
using GpuRisk.Arrow;
using GpuRisk.Arrow.Ipc;
using GpuRisk.Arrow.Types;
using GpuRisk.Data.Books;
using GpuRisk.Data.Conversion;
using GpuRisk.Data.Results;
using GpuRisk.Domain.Input;
using GpuRisk.Domain.Portfolios;

namespace GpuRisk.Data.Tests.Arrow;

public sealed class ConversionTests : IDisposable
{
    private readonly TemporaryFolder place = new();

    [Fact]
    public void The_sample_book_goes_to_Arrow_and_back_byte_for_byte()
    {
        string sample = Path.Combine(Places.Repository, "data", "sample");
        BookConversion.ConvertBook(sample, place.At("arrow"), TableFormat.Arrow, CancellationToken.None);
        BookConversion.ConvertBook(place.At("arrow"), place.At("csv"), TableFormat.Csv, CancellationToken.None);

        string[] files = [.. Directory.GetFiles(sample).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];
        Assert.Equal(files, Directory.GetFiles(place.At("csv")).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal));
        Assert.All(files, file => Assert.Equal(File.ReadAllBytes(Path.Combine(sample, file)), File.ReadAllBytes(place.At(Path.Combine("csv", file)))));
    }

    [Fact]
    public void A_book_in_Arrow_is_the_book_in_CSV()
    {
        using ArrowBook book = new();
        using Book arrow = book.Read();

        Assert.Equal(book.InCsvDump, ArrowBook.Dump(arrow));
        Assert.NotNull(arrow.Correlation);
        Assert.DoesNotContain(Directory.GetFiles(book.Path), file => file.EndsWith(".csv", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("5E-324")]
    [InlineData("1.7976931348623157E+308")]
    [InlineData("-0")]
    [InlineData("0.1")]
    [InlineData("0.30000000000000004")]
    [InlineData("9007199254740993")]
    [InlineData("123456789.123456789")]
    public void No_number_loses_a_bit(string number)
    {
        string text = $"scenario,basis:BTC\na,{number}\n";
        ThereAndBack(text, "shocks", out double stored, out string back);

        double expected = double.Parse(number, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(BitConverter.DoubleToInt64Bits(expected), BitConverter.DoubleToInt64Bits(stored));
        string written = back.Split('\n')[1].Split(',')[1];
        Assert.Equal(BitConverter.DoubleToInt64Bits(expected), BitConverter.DoubleToInt64Bits(double.Parse(written, System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Rows_and_columns_keep_their_order_and_empty_cells_stay_empty()
    {
        const string Market = "value,name,quantity,expiry\n3,b,spot,\n1,a,spot,\n,c,spot,2026-03-27T08:00:00Z\n";
        File.WriteAllText(place.At("market.csv"), Market);
        BookConversion.ConvertTable(place.At("market.csv"), place.At("market.arrow"), CancellationToken.None);
        BookConversion.ConvertTable(place.At("market.arrow"), place.At("back.csv"), CancellationToken.None);

        Assert.Equal(Market, File.ReadAllText(place.At("back.csv")));
        Assert.Equal(["back.csv", "market.arrow", "market.csv"], place.Entries());
    }

    [Theory]
    [InlineData("2026-03-27T08:00:00Z", TimeUnit.Microsecond)]
    [InlineData("2026-03-27T10:00:00.123456+02:00", TimeUnit.Microsecond)]
    [InlineData("2026-03-27T08:00:00.1234567Z", TimeUnit.Nanosecond)]
    [InlineData("9999-12-31T23:59:59Z", TimeUnit.Microsecond)]
    [InlineData("0001-01-01T00:00:00Z", TimeUnit.Microsecond)]
    public void An_instant_is_the_same_instant_in_the_coarsest_unit_that_holds_it(string instant, TimeUnit unit)
    {
        File.WriteAllText(place.At("market.csv"), $"quantity,name,expiry,value\nforward,BTC,{instant},1\n");
        BookConversion.ConvertTable(place.At("market.csv"), place.At("market.arrow"), CancellationToken.None);
        BookConversion.ConvertTable(place.At("market.arrow"), place.At("back.csv"), CancellationToken.None);

        using ArrowFileReader reader = ArrowFileReader.FromFile(place.At("market.arrow"));
        Assert.Equal(new TimestampType(unit, "UTC"), reader.Schema.GetFieldByName("expiry").DataType);
        string back = File.ReadAllText(place.At("back.csv")).Split('\n')[1].Split(',')[2];
        Assert.Equal(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture).UtcTicks, DateTimeOffset.Parse(back, System.Globalization.CultureInfo.InvariantCulture).UtcTicks);
        Assert.EndsWith("Z", back, StringComparison.Ordinal);
    }

    [Fact]
    public void Instants_that_no_unit_holds_together_are_refused()
    {
        File.WriteAllText(place.At("market.csv"), "quantity,name,expiry,value\nforward,BTC,2026-03-27T08:00:00.1234567Z,1\nforward,BTC,9999-12-31T23:59:59Z,1\n");
        Assert.Equal(
            $"{place.At("market.csv")}:1:1: column 'expiry' has instants finer than a microsecond, and others before 1677 or after 2262; Arrow has no type for both, one of the two is expected",
            Refused("market.csv", "market.arrow"));
    }

    [Fact]
    public void The_schema_says_which_table_and_which_version_wrote_it()
    {
        using ArrowBook book = new();
        using ArrowFileReader reader = ArrowFileReader.FromFile(book.At("positions.arrow"));

        Assert.Equal("positions", reader.Schema.Metadata["gpurisk.table"]);
        Assert.Equal(ProductVersion.Current, reader.Schema.Metadata["gpurisk.version"]);
        Assert.Equal("dictionary<int32, utf8>, dictionary<int32, utf8>, double", string.Join(", ", reader.Schema.FieldsList.Select(field => field.DataType)));
        Assert.Equal(1, reader.RecordBatchCount());
    }

    [Fact]
    public void Instruments_of_positions_are_numbered_as_in_the_table_of_instruments()
    {
        using ArrowBook book = new();
        using ArrowFileReader reader = ArrowFileReader.FromFile(book.At("positions.arrow"));
        DictionaryArray instruments = (DictionaryArray)reader.ReadRecordBatch(0).Column("instrument");

        Assert.Equal(["BTC", "BTC-C", "BTC-P", "BTC-F", "BTC-PERP"], Enumerable.Range(0, 5).Select(row => ((StringArray)instruments.Dictionary).GetString(row)));
        Assert.Equal([0, 1, 4, 3], ((Int32Array)instruments.Indices).Values.ToArray());
    }

    [Theory]
    [InlineData("account,instrument,amount\nA,B,1\n", "table.csv:1:1: the columns are those of no table: account, instrument, amount; the columns of instruments, positions,")]
    [InlineData("account,instrument,quantity\nA,B,x\nA,C,nan\n", "table.csv:2:5: quantity 'x' is not a number")]
    [InlineData("account,instrument,quantity\nA, B,1\n", "table.csv:2:3: instrument ' B' is not a name")]
    [InlineData("date,spot:BTC\n2026-13-01,1\n", "table.csv:2:1: date '2026-13-01' is not a date")]
    [InlineData("date,BTC\n2026-12-01,1\n", "table.csv:1:6: column 'BTC' is not a factor")]
    [InlineData("quantity,name,expiry,value\nspot,a,soon,1\n", "table.csv:2:8: expiry 'soon' is not an instant")]
    public void A_wrong_table_is_refused_and_nothing_is_written(string text, string problem)
    {
        File.WriteAllText(place.At("table.csv"), text);

        Assert.StartsWith(place.At(problem), Refused("table.csv", "table.arrow"), StringComparison.Ordinal);
        Assert.Equal(["table.csv"], place.Entries());
    }

    [Fact]
    public void What_CSV_cannot_carry_is_refused_on_the_way_back()
    {
        Columns.Write(place.At("table.arrow"), ("account", Columns.Text("A\nB", "C")), ("instrument", Columns.Text("I", "I")), ("quantity", Columns.Numbers(1, double.NaN)));

        Assert.Equal(
            $"{place.At("table.arrow")}:1:1: account 'A\\u000aB' is not a name; 1 to 256 characters, no control character and no white space at either end are expected\n"
            + $"{place.At("table.arrow")}:2:3: quantity 'NaN' is not a number that a double can hold; a finite number, such as 1234.5, is expected",
            Refused("table.arrow", "table.csv"));
    }

    [Fact]
    public void A_target_that_exists_is_left_alone()
    {
        File.WriteAllText(place.At("positions.csv"), SmallBook.Files["positions.csv"]);
        File.WriteAllText(place.At("mine.arrow"), "mine");
        Directory.CreateDirectory(place.At("folder.arrow"));

        foreach (string target in new[] { "mine.arrow", "folder.arrow", "positions.csv" })
        {
            ResultFolderException refusal = Assert.Throws<ResultFolderException>(
                () => BookConversion.ConvertTable(place.At("positions.csv"), place.At(target), CancellationToken.None));
            Assert.Equal($"{place.At(target)}: exists; the name of a new file is expected", refusal.Message);
        }

        Assert.Equal("mine", File.ReadAllText(place.At("mine.arrow")));
        Assert.Equal(["folder.arrow", "mine.arrow", "positions.csv"], place.Entries());
    }

    [Fact]
    public void A_book_with_a_wrong_table_leaves_no_folder()
    {
        Directory.CreateDirectory(place.At("csv"));
        SmallBook.WriteTo(place.At("csv"));
        File.WriteAllText(place.At("csv/positions.csv"), "account,instrument,quantity\nA1,BTC,much\n");
        File.Delete(place.At("csv/market.csv"));

        InvalidInputException thrown = Assert.Throws<InvalidInputException>(
            () => BookConversion.ConvertBook(place.At("csv"), place.At("arrow"), TableFormat.Arrow, CancellationToken.None));

        Assert.Equal(["positions.csv:2:8", "market.csv:1:1"], thrown.Problems.Select(problem => $"{problem.File}:{problem.Line}:{problem.Column}"));
        Assert.Equal(["csv"], place.Entries());
    }

    public void Dispose() => place.Dispose();

    private string Refused(string source, string target) => string.Join('\n', Assert.Throws<InvalidInputException>(
        () => BookConversion.ConvertTable(place.At(source), place.At(target), CancellationToken.None)).Problems);

    private void ThereAndBack(string text, string name, out double stored, out string back)
    {
        File.WriteAllText(place.At(name + ".csv"), text, Encoding.UTF8);
        BookConversion.ConvertTable(place.At(name + ".csv"), place.At(name + ".arrow"), CancellationToken.None);
        BookConversion.ConvertTable(place.At(name + ".arrow"), place.At("back.csv"), CancellationToken.None);
        using ArrowFileReader reader = ArrowFileReader.FromFile(place.At(name + ".arrow"));
        stored = ((DoubleArray)reader.ReadRecordBatch(0).Column(1)).Values[0];
        back = File.ReadAllText(place.At("back.csv"));
    }
}
