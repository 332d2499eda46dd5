using System.Security.Cryptography;
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
        Assert.Equal(
            "account,confidence,estimator,var,varLow,varHigh,es,esError\n\"A,1\",0.975,lower-quantile,10,,,12,0.5\n\"A,1\",0.99,lower-quantile,14,13,15,16,0.75\n"
            + "A2,0.975,lower-quantile,20,,,24,0.5\nA2,0.99,lower-quantile,28,26,30,32,0.75\n",
            Text(place, "measures.csv"));
        Assert.Equal(
            "account,rank,scenario,loss\n\"A,1\",1,17,20\n\"A,1\",2,3,0.3333333333333333\nA2,1,17,40\nA2,2,3,0.6666666666666666\n", Text(place, "tail.csv"));
        Assert.Equal("account,instrument,underlying,es\n\"A,1\",BTC-C,BTC,16\nA2,BTC-C,BTC,32\n", Text(place, "components.csv"));
    }

    [Fact]
    public void Collateral_and_excess_stand_beside_the_margin()
    {
        using TemporaryFolder place = new();
        RunResult result = SmallResult.Create();

        WriteTo(place, result with { Accounts = [result.Accounts[0] with { Collateral = 100.5 }, result.Accounts[1] with { Collateral = 0 }] });

        Assert.Equal(
            "account,margin,baseEs,modelRisk,collateral,excess\n\"A,1\",17.23,16,1.23,100.5,83.27\nA2,33.23,32,1.23,0,-33.23\n", Text(place, "margin.csv"));
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
        Assert.Equal(["components.csv", "margin.csv", "measures.csv", "report.html", "tail.csv"], manifest.Outputs.Select(file => file.File));
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
    [InlineData("\"gpurisk-result-1\"", "\"gpurisk-result-9\"", ":2:13: format is 'gpurisk-result-9'; \"gpurisk-result-1\" is expected")]
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
        Manifest manifest = ResultWriter.WriteManifest(result, SmallResult.Provenance(book), folder);
        folder.Complete();
        return manifest;
    }

    private static string Text(TemporaryFolder place, string file) => File.ReadAllText(Path.Combine(place.At("out"), file));
}
