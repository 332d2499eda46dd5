using System.Text.Json;

namespace GpuRisk.Cli.Tests;

/// <summary><c>gpurisk convert</c>, and runs of what it makes.</summary>
public sealed class ConvertTests : IDisposable
{
    private readonly TemporaryFolder place = new();

    [Fact]
    public void The_sample_is_the_same_book_in_Arrow_to_the_digest_and_back_to_the_byte()
    {
        string arrow = place.At("arrow"), csv = place.At("csv");
        Assert.Equal(
            ["instruments.arrow: 250 rows", "positions.arrow: 572 rows", "market.arrow: 254 rows", "history.arrow: 750 rows", "haircuts.arrow: 8 rows", "collateral.arrow: 78 rows"],
            Lines(Gpurisk.Run("convert", SampleRun.Book, arrow, "--to", "arrow")));
        Gpurisk.Run("convert", arrow, csv, "--to", "csv").Done();

        Assert.Equal(Digest(SampleRun.Book, "--scenarios", "2000"), Digest(arrow, "--scenarios", "2000"));
        foreach (string file in Directory.GetFiles(SampleRun.Book))
            Assert.Equal(File.ReadAllBytes(file), File.ReadAllBytes(Path.Combine(csv, Path.GetFileName(file))));
    }

    [Fact]
    public void A_book_of_another_size_has_the_same_digest_in_Arrow_and_can_be_verified()
    {
        string csv = place.At("csv"), arrow = place.At("arrow");
        Gpurisk.Run("sample", csv, "--accounts", "300", "--instruments", "90", "--underlyings", "2", "--seed", "5").Done();
        Gpurisk.Run("convert", csv, arrow, "--to", "arrow").Done();

        Assert.Equal(Digest(csv), Digest(arrow, "--out", place.At("result")));
        Assert.Contains("verified:", Gpurisk.Run("verify", place.At("result")).Done(), StringComparison.Ordinal);
        string[] inputs = Inputs(place.At("result", "manifest.json"));
        Assert.Equal(["book.json", "instruments.arrow", "positions.arrow", "market.arrow", "history.arrow", "haircuts.arrow", "collateral.arrow"], inputs);
    }

    [Fact]
    public void Verify_names_a_table_in_Arrow_that_changed()
    {
        string arrow = ArrowBook();
        Gpurisk.Run("run", arrow, "--out", place.At("result")).Done();
        byte[] bytes = File.ReadAllBytes(Path.Combine(arrow, "history.arrow"));
        bytes[^20] ^= 1;
        File.WriteAllBytes(Path.Combine(arrow, "history.arrow"), bytes);
        Refusal.IsBadInput(Gpurisk.Run("verify", place.At("result")), "history.arrow:1:1: the file has changed");
    }

    [Fact]
    public void Given_scenarios_may_be_Arrow()
    {
        string book = SoundBook.WriteTo(place);
        string csv = place.Write("shocks.csv", "scenario,spot:BTC,vol:BTC\ndown,-0.2,0.3\nup,0.1,-0.1\nflat,0,0\n");
        Assert.Equal(["shocks.arrow: 3 rows"], Lines(Gpurisk.Run("convert", csv, place.At("shocks.arrow"))));

        Assert.Equal(Digest(book, "--scenarios", csv), Digest(book, "--scenarios", place.At("shocks.arrow"), "--out", place.At("result")));
        Gpurisk.Run("verify", place.At("result")).Done();
    }

    [Fact]
    public void Both_forms_of_a_table_are_refused_by_name()
    {
        string arrow = ArrowBook();
        File.Copy(place.At("book", "positions.csv"), Path.Combine(arrow, "positions.csv"));
        Outcome outcome = Gpurisk.Run("run", arrow, "--out", place.At("result"));
        Assert.Equal((3, "positions.csv:1:1: the table is there twice, as positions.csv and as positions.arrow; one of the two is expected\n"), (outcome.ExitCode, outcome.Error));
    }

    [Theory]
    [InlineData("convert book new", "book is a folder: expected --to arrow or --to csv.")]
    [InlineData("convert book/market.csv new.parquet", "new.parquet: expected a name that ends in .csv or .arrow.")]
    [InlineData("convert book/market.csv new", "new: expected a name that ends in .csv or .arrow.")]
    [InlineData("convert book/market.csv new.arrow --to arrow", "--to arrow: expected with the folder of a book alone; the extension of new.arrow tells the format.")]
    [InlineData("convert book new --to parquet", "--to parquet: expected arrow or csv.")]
    public void Wrong_usage_says_what_is_expected(string arguments, string expected)
    {
        SoundBook.WriteTo(place);
        string[] before = place.Inventory();
        Refusal.IsBadUsage(Gpurisk.Run(new Start { Arguments = arguments.Split(' '), Folder = place.Path }), expected);
        Assert.Equal(before, place.Inventory());
    }

    [Theory]
    [InlineData("convert none.csv new.arrow", "none.csv:1:1: the file is missing")]
    [InlineData("convert book/book.json new.arrow", "book/book.json:")]
    [InlineData("convert book book --to arrow", "book: is not empty; a book is only written to a folder that is new or empty")]
    [InlineData("convert book/market.csv book/history.csv", "book/history.csv: exists; the name of a new file is expected")]
    [InlineData("convert book/market.csv no/such/market.arrow", "its parent folder")]
    public void What_cannot_be_converted_is_refused_and_nothing_is_left(string arguments, string expected)
    {
        SoundBook.WriteTo(place);
        string[] before = place.Inventory();
        Outcome outcome = Gpurisk.Run(new Start { Arguments = arguments.Split(' '), Folder = place.Path });
        Refusal.IsBadInput(outcome);
        Assert.Contains(expected, outcome.Error, StringComparison.Ordinal);
        Assert.Equal(before, place.Inventory());
    }

    public void Dispose() => place.Dispose();

    private string ArrowBook()
    {
        Gpurisk.Run("convert", SoundBook.WriteTo(place), place.At("arrow"), "--to", "arrow").Done();
        return place.At("arrow");
    }

    private string Digest(string book, params string[] options)
    {
        string[] arguments = ["run", book, "--json", .. options.Contains("--out") ? (string[])[] : ["--out", place.At("other")], .. options];
        using JsonDocument json = JsonDocument.Parse(Gpurisk.Run(arguments).Done());
        return json.RootElement.GetProperty("digest").GetString()!;
    }

    private static string[] Inputs(string manifest)
    {
        using JsonDocument json = JsonDocument.Parse(File.ReadAllText(manifest));
        return [.. json.RootElement.GetProperty("inputs").EnumerateArray().Select(input => input.GetProperty("file").GetString()!)];
    }

    private static string[] Lines(Outcome outcome)
    {
        outcome.Done();
        return outcome.OutputLines;
    }
}
