using System.Globalization;
using System.Security.Cryptography;
using GpuRisk.Arrow;
using GpuRisk.Arrow.Ipc;
using GpuRisk.Data.Results;
using GpuRisk.Domain.Input;
using GpuRisk.Domain.Measures;

namespace GpuRisk.Data.Tests;

public sealed class ResultWriterTests
{
    [Fact]
    public void The_tables_hold_every_figure_in_full()
    {
        using TemporaryFolder place = new();
        WriteTo(place);

        Assert.Equal("account,margin,baseEs,modelRisk,collateral,excess\n\"A,1\",17.23,16,1.23,,\nA2,33.23,32,1.23,,\n", Text(place, "margin.csv"));
        Assert.Equal(["A,1|17.23|16|1.23||", "A2|33.23|32|1.23||"], Rows(place, "margin.arrow"));
        Assert.Equal(
            [
                "A,1|0.975|lower-quantile|10|||12|0.5", "A,1|0.99|lower-quantile|14|13|15|16|0.75",
                "A2|0.975|lower-quantile|20|||24|0.5", "A2|0.99|lower-quantile|28|26|30|32|0.75",
            ],
            Rows(place, "measures.arrow"));
        Assert.Equal(["A,1|1|17|20", "A,1|2|3|0.3333333333333333", "A2|1|17|40", "A2|2|3|0.6666666666666666"], Rows(place, "tail.arrow"));
        Assert.Equal(["A,1|BTC-C|BTC|16", "A2|BTC-C|BTC|32"], Rows(place, "components.arrow"));
    }

    [Theory]
    [InlineData("margin", "account: {name} not null", "margin: {figure}", "baseEs: {figure}", "modelRisk: {figure}", "collateral: {figure}", "excess: {figure}")]
    [InlineData(
        "measures", "account: {name} not null", "confidence: {figure}", "estimator: {name} not null", "var: {figure}", "varLow: {figure}", "varHigh: {figure}",
        "es: {figure}", "esError: {figure}")]
    [InlineData("tail", "account: {name} not null", "rank: int32 not null", "scenario: int32 not null", "loss: {figure}")]
    [InlineData("components", "account: {name} not null", "instrument: {name} not null", "underlying: {name} not null", "es: {figure}")]
    public void The_schema_of_a_table_names_the_table_the_version_and_the_type_of_each_column(string name, params string[] columns)
    {
        using TemporaryFolder place = new();
        WriteTo(place);
        string path = Path.Combine(place.At("out"), name + ".arrow");

        using (ArrowFileReader reader = ArrowFileReader.FromFile(path))
            Assert.Equal([new("gpurisk.table", name), new("gpurisk.version", ProductVersion.Current)], reader.Schema.Metadata);
        Assert.Equal(
            columns.Select(column => column.Replace("{name}", "dictionary<int32, utf8>", StringComparison.Ordinal).Replace("{figure}", "double", StringComparison.Ordinal)),
            ArrowRows.Columns(path));
    }

    [Fact]
    public void Names_of_any_letters_and_figures_of_any_size_are_kept_to_the_bit()
    {
        using TemporaryFolder place = new();
        RunResult result = SmallResult.Create();
        string[] names = ["Ünï \"codé\" 🚀", "a|b"];
        double[] figures = [-0.0, double.Epsilon, double.MaxValue, double.NegativeInfinity, double.NaN];

        WriteTo(place, result with
        {
            Accounts = [.. names.Select((name, i) => result.Accounts[i] with { Account = name, Tail = [.. figures.Select((figure, j) => new TailLoss(j, figure))] })],
        });

        Assert.Equal(
            names.SelectMany(name => figures.Select((figure, j) => (string[])[name, $"{j + 1}", $"{j}", double.IsNaN(figure) ? "" : Digits(figure)])).Select(row => string.Join('|', row)),
            Rows(place, "tail.arrow"));
    }

    [Fact]
    public void A_long_table_comes_in_batches_of_bounded_size_that_share_their_dictionary()
    {
        using TemporaryFolder place = new();
        TailLoss[] tail = [.. Enumerable.Range(0, 400_000).Select(i => new TailLoss(i, -i))];
        RunResult result = SmallResult.Create();
        AccountRisk[] accounts = [.. Enumerable.Range(0, 3).Select(i => SmallResult.Account("A" + i, 1) with { Tail = tail })];

        WriteTo(place, result with { Accounts = accounts });

        using ArrowFileReader reader = ArrowFileReader.FromMappedFile(Path.Combine(place.At("out"), "tail.arrow"));
        RecordBatch[] batches = [.. Enumerable.Range(0, reader.RecordBatchCount()).Select(reader.ReadRecordBatch)];
        Assert.Equal([1 << 20, 1_200_000 - (1 << 20)], batches.Select(batch => batch.Length));
        Assert.Equal(["A0|1|0|0", "A2|400000|399999|-399999"], [Row(batches[0], 0), Row(batches[1], batches[1].Length - 1)]);
        Assert.Same(batches[0].Column("account").Data.Dictionary, batches[1].Column("account").Data.Dictionary);
    }

    [Fact]
    public void Equal_results_are_equal_files()
    {
        using TemporaryFolder first = new(), second = new();
        IEnumerable<FileFingerprint> Tables(TemporaryFolder place) => WriteTo(place).Outputs;

        Assert.Equal(Tables(first), Tables(second));
    }

    [Fact]
    public void A_result_without_components_has_the_table_without_rows()
    {
        using TemporaryFolder place = new();
        RunResult result = SmallResult.Create();

        WriteTo(place, result with { Accounts = [.. result.Accounts.Select(account => account with { Components = [] })] });

        Assert.Empty(Rows(place, "components.arrow"));
        Assert.Equal(4, ArrowRows.Columns(Path.Combine(place.At("out"), "components.arrow")).Length);
    }

    [Fact]
    public void Greeks_have_two_tables_where_they_were_computed()
    {
        using TemporaryFolder place = new();
        WriteTo(place);
        Assert.False(File.Exists(Path.Combine(place.At("out"), "greeks.arrow")));

        var greeks = new Greeks(2, 0.25, 3, -4, 5, 6, 7, 8, Spot: 10);
        RunResult result = SmallResult.Create() with
        {
            Greeks = new BookGreeks(
                [new InstrumentGreeks("BTC-C", "BTC", 1.5, greeks), new InstrumentGreeks("BTC-P", "BTC", double.NaN, Greeks.Missing(10))],
                [new AccountGreeks("A,1", "BTC", greeks), new AccountGreeks("A,1", "ETH", greeks with { Delta = -1 }), new AccountGreeks("A2", "BTC", greeks)], []),
        };
        using TemporaryFolder other = new();
        Manifest manifest = WriteTo(other, result);

        Assert.Equal(
            ["A,1|BTC|2|0.25|3|-4|20|0.25|5|6|7|8", "A,1|ETH|-1|0.25|3|-4|-10|0.25|5|6|7|8", "A2|BTC|2|0.25|3|-4|20|0.25|5|6|7|8"], Rows(other, "greeks.arrow"));
        Assert.Equal(["BTC-C|BTC|1.5|2|0.25|3|-4|20|0.25|5|6|7|8", "BTC-P|BTC|||||||||||"], Rows(other, "instruments.arrow"));
        Assert.Equal(
            ["account", "underlying", "delta", "gamma", "vega", "theta", "deltaCash", "gammaCash", "rho", "carryRho", "vanna", "volga"],
            ArrowRows.Columns(Path.Combine(other.At("out"), "greeks.arrow")).Select(column => column.Split(':')[0]));
        Assert.Contains("greeks.arrow", manifest.Outputs.Select(file => file.File));
        Assert.Equal(ResultDigest.Compute(SmallResult.Create()), ResultDigest.Compute(result));
    }

    [Fact]
    public void Collateral_and_excess_stand_beside_the_margin()
    {
        using TemporaryFolder place = new();
        RunResult result = SmallResult.Create();

        WriteTo(place, result with { Accounts = [result.Accounts[0] with { Collateral = 100.5 }, result.Accounts[1] with { Collateral = 0 }] });

        Assert.Equal(
            "account,margin,baseEs,modelRisk,collateral,excess\n\"A,1\",17.23,16,1.23,100.5,83.27\nA2,33.23,32,1.23,0,-33.23\n", Text(place, "margin.csv"));
        Assert.Equal(["A,1|17.23|16|1.23|100.5|83.27", "A2|33.23|32|1.23|0|-33.23"], Rows(place, "margin.arrow"));
    }

    [Fact]
    public void The_manifest_reads_back_as_it_was_written()
    {
        using TemporaryFolder place = new();
        Manifest written = WriteTo(place);

        Manifest read = ManifestReader.Read(place.At("out"));

        Assert.Equal(written.Book, read.Book);
        Assert.Equal(written.Inputs, read.Inputs);
        Assert.Equal(written.Outputs, read.Outputs);
        Assert.Equal(written.Failures, read.Failures);
        Assert.Equal(written.Notes, read.Notes);
        Assert.Equal(written.Options.OrderBy(option => option.Key), read.Options);
        Assert.Equal(written.Settings.Simulation, read.Settings.Simulation);
        Assert.Equal((written.Version, written.Model, written.Scenarios, written.Accelerator), (read.Version, read.Model, read.Scenarios, read.Accelerator));
        Assert.Equal((written.Precision, written.ShocksFile, written.Seconds, written.PricesPerSecond), (read.Precision, read.ShocksFile, read.Seconds, read.PricesPerSecond));
        Assert.False(read.Complete);
        Assert.Equal(ResultDigest.Compute(SmallResult.Create()), read.Digest);
    }

    [Fact]
    public void The_manifest_names_every_input_and_output_with_its_hash()
    {
        using TemporaryFolder place = new();
        Manifest manifest = WriteTo(place);

        Assert.Equal(["book.json", "instruments.csv", "positions.csv", "market.csv", "history.csv", "correlation.csv"], manifest.Inputs.Select(file => file.File));
        Assert.Equal(["components.arrow", "margin.arrow", "margin.csv", "measures.arrow", "report.html", "tail.arrow"], manifest.Outputs.Select(file => file.File));
        foreach (FileFingerprint output in manifest.Outputs)
        {
            byte[] bytes = File.ReadAllBytes(Path.Combine(place.At("out"), output.File));
            Assert.Equal((bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes))), (output.Bytes, output.Sha256));
        }
    }

    [Fact]
    public void A_figure_that_JSON_cannot_carry_is_null()
    {
        using TemporaryFolder place = new();

        WriteTo(place, SmallResult.Create() with { PricesPerSecond = double.PositiveInfinity });

        Assert.Contains("\"pricesPerSecond\": null", Text(place, "manifest.json"), StringComparison.Ordinal);
        Assert.True(double.IsNaN(ManifestReader.Read(place.At("out")).PricesPerSecond));
    }

    [Theory]
    [InlineData("\"gpurisk-result-3\"", "\"gpurisk-result-9\"", ":2:13: format is 'gpurisk-result-9'; \"gpurisk-result-3\", \"gpurisk-result-2\" or \"gpurisk-result-1\" is expected")]
    [InlineData("\"complete\": false", "\"complete\": 0", ":4:15: complete is '0'; true or false")]
    [InlineData("\"digest\": \"", "\"digest\": \"Z", ":5:13: digest is 'Z")]
    [InlineData("\"model\": \"gaussian-ewma\",", "", ":1:1: member 'model' is missing")]
    [InlineData("\"notes\": [", "\"notes\": [1, ", "notes is '1'; a string")]
    [InlineData("\"lambda\": 0.97", "\"lambda\": 97", "lambda is '97'; a decay")]
    [InlineData("\"precision\"", "\"precisely\": 1, \"precision\"", "member 'precisely' is unknown")]
    [InlineData("\"failures\": [", "\"failures\": [ [],", "failures is an array; an object")]
    [InlineData("\"outputs\": [", "\"outputs\": [ {},", "member 'sha256' is missing")]
    [InlineData("\"seconds\": {", "\"seconds\": 1 {", "the text is not JSON")]
    public void A_broken_manifest_is_a_clear_problem(string sound, string broken, string message)
    {
        using TemporaryFolder place = new();
        WriteTo(place);
        string file = Path.Combine(place.At("out"), "manifest.json");
        string text = File.ReadAllText(file);
        Assert.Contains(sound, text, StringComparison.Ordinal);
        File.WriteAllText(file, text.Replace(sound, broken, StringComparison.Ordinal));

        InvalidInputException thrown = Assert.Throws<InvalidInputException>(() => ManifestReader.Read(file));

        Assert.Contains(message, thrown.Message, StringComparison.Ordinal);
    }

    /// <summary>It has no member for the file of a model.</summary>
    [Theory]
    [InlineData("gpurisk-result-1")]
    [InlineData("gpurisk-result-2")]
    public void A_manifest_of_an_earlier_format_is_read(string format)
    {
        using TemporaryFolder place = new();
        Manifest written = WriteTo(place);
        string file = Path.Combine(place.At("out"), "manifest.json");
        string text = File.ReadAllText(file);
        Assert.Contains("  \"modelFile\": null,\n", text, StringComparison.Ordinal);
        File.WriteAllText(file, text.Replace("gpurisk-result-3", format, StringComparison.Ordinal).Replace("  \"modelFile\": null,\n", "", StringComparison.Ordinal));

        Assert.Equal(written.Outputs, ManifestReader.Read(file).Outputs);
    }

    [Fact]
    public void The_file_of_the_model_is_recorded_by_its_full_path()
    {
        using TemporaryFolder place = new();
        SmallBook.WriteTo(place.Path);
        using ResultFolder folder = ResultFolder.Begin(place.At("out"));
        ResultWriter.WriteManifest(SmallResult.Create(), SmallResult.Provenance(place.Path) with { ModelFile = "model.json" }, new string('0', 64), folder);
        folder.Complete();

        Assert.Equal(Path.GetFullPath("model.json"), ManifestReader.Read(place.At("out")).ModelFile);
    }

    [Fact]
    public void A_folder_without_a_manifest_is_a_clear_problem()
    {
        using TemporaryFolder place = new();

        InvalidInputException thrown = Assert.Throws<InvalidInputException>(() => ManifestReader.Read(place.Path));

        Assert.Equal(place.At("manifest.json") + ":1:1: the file is missing; a readable file is expected", thrown.Message);
    }

    private static Manifest WriteTo(TemporaryFolder place) => WriteTo(place, SmallResult.Create());

    private static Manifest WriteTo(TemporaryFolder place, RunResult result)
    {
        string book = Directory.CreateDirectory(place.At("book")).FullName;
        SmallBook.WriteTo(book);
        using ResultFolder folder = ResultFolder.Begin(place.At("out"));
        ResultWriter.WriteTables(result, folder);
        File.WriteAllText(folder.PathOf("report.html"), "<!doctype html>");
        Manifest manifest = ResultWriter.WriteManifest(result, SmallResult.Provenance(book), ResultDigest.Compute(result), folder);
        folder.Complete();
        return manifest;
    }

    private static string[] Rows(TemporaryFolder place, string file) => ArrowRows.Of(Path.Combine(place.At("out"), file));

    private static string Row(RecordBatch batch, int row) => string.Join('|', batch.Arrays.Select(column => ArrowRows.Text(column, row)));

    private static string Digits(double figure) => figure.ToString("R", CultureInfo.InvariantCulture);

    private static string Text(TemporaryFolder place, string file) => File.ReadAllText(Path.Combine(place.At("out"), file));
}
