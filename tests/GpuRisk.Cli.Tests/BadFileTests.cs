using System.Text.Json.Nodes;

namespace GpuRisk.Cli.Tests;

/// <summary>Folders that cannot be read or written, and files other than a book's tables.</summary>
public sealed class BadFileTests : IDisposable
{
    private readonly TemporaryFolder place = new();
    private readonly string book;

    public BadFileTests()
    {
        book = SoundBook.WriteTo(place);
    }

    [Theory]
    [InlineData("run nowhere", "nowhere:1:1: the folder is missing")]
    [InlineData("run book/market.csv", "book/market.csv:1:1: this is a file")]
    [InlineData("run @book", "@book:1:1: the folder is missing")]
    [InlineData("price nowhere", "nowhere:1:1: the folder is missing")]
    [InlineData("verify nowhere", "nowhere:1:1: the file is missing")]
    [InlineData("verify book", "book/manifest.json:1:1: the file is missing")]
    [InlineData("run book --scenarios nowhere.csv", "nowhere.csv:1:1: the file is missing")]
    [InlineData("import deribit nowhere.csv --history spot:BTC=no.csv --out new", "nowhere.csv:1:1: the file is missing", "no.csv:1:1: the file is missing")]
    [InlineData("run book --out book/market.csv", "book/market.csv: is a file")]
    [InlineData("run book --out book/market.csv/result", "its parent folder cannot be made")]
    [InlineData("run book --out /proc/gpurisk/result", "/proc/gpurisk/result: its parent folder cannot be made")]
    [InlineData("run book --out book", "book: holds other files and no manifest.json")]
    [InlineData("sample book", "book: is not empty")]
    [InlineData("sample no/such/folder", "its parent folder")]
    public void A_place_that_cannot_be_used_is_named(string arguments, params string[] expected)
    {
        string[] before = place.Inventory();
        Outcome outcome = Gpurisk.Run(new Start { Arguments = arguments.Split(' '), Folder = place.Path });
        Refusal.IsBadInput(outcome);
        Assert.All(expected, text => Assert.Contains(text, outcome.Error, StringComparison.Ordinal));
        Assert.Equal(expected.Length, outcome.ErrorLines.Length);
        Assert.Equal(before, place.Inventory());
    }

    /// <summary>Web pages and extensions have a manifest.json of their own; replacing a folder deletes what it holds.</summary>
    [Fact]
    public void A_folder_of_somebody_else_with_a_manifest_of_its_own_is_not_replaced()
    {
        Directory.CreateDirectory(place.At("extension"));
        place.Write("extension/manifest.json", "{}");
        place.Write("extension/background.js", "");
        string[] before = place.Inventory();
        Outcome outcome = Gpurisk.Run("run", book, "--out", place.At("extension"));
        Assert.Equal(3, outcome.ExitCode);
        Assert.Equal($"{place.At("extension")}: holds background.js, which is no file of a result; a folder that is new, empty or an earlier result is expected\n", outcome.Error);
        Assert.Equal(before, place.Inventory());
    }

    [Theory]
    [InlineData("scenario,spot:ETH\na,0.1\n", "shocks.csv:1:1: no factor spot:BTC")]
    [InlineData("scenario,price:BTC\na,0.1\n", "shocks.csv:1:10: ")]
    [InlineData("scenario,spot:BTC\na,\n", "shocks.csv:2:3: ")]
    [InlineData("scenario,spot:BTC\na,0.1\na,0.2\n", "shocks.csv:3:1: ")]
    [InlineData("scenario,spot:BTC\na,inf\n", "shocks.csv:2:3: ")]
    [InlineData("scenario,spot:BTC\na,0.1,0.2\n", "shocks.csv:2:")]
    [InlineData("scenario,spot:BTC\n", "shocks.csv:1:1: ")]
    [InlineData("", "shocks.csv:1:1: the file is empty")]
    public void Bad_given_scenarios_are_refused(string text, string expected)
    {
        string file = place.Write("shocks.csv", text);
        string[] before = place.Inventory();
        Refusal.IsBadInput(Gpurisk.Run("run", book, "--scenarios", file, "--out", place.At("result")), expected);
        Assert.Equal(before, place.Inventory());
    }

    [Fact]
    public void A_broken_manifest_is_refused()
    {
        Gpurisk.Run("run", book, "--out", place.At("result")).Done();
        string path = place.At("result", "manifest.json");
        string sound = File.ReadAllText(path);
        File.WriteAllText(path, sound[..(sound.Length / 2)]);
        Refusal.IsBadInput(Gpurisk.Run("verify", place.At("result")), "result/manifest.json:");

        JsonObject manifest = JsonNode.Parse(sound)!.AsObject();
        manifest.Remove("settings");
        manifest["digest"] = "0";
        manifest["surprise"] = 1;
        File.WriteAllText(path, manifest.ToJsonString());
        Outcome outcome = Gpurisk.Run("verify", place.At("result"));
        Refusal.IsBadInput(outcome, "result/manifest.json:1:");
        Assert.All(new[] { "settings", "digest", "surprise" }, name => Assert.Contains(name, outcome.Error, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", "chain.csv:1:1: the file is empty")]
    [InlineData("a,b\n1,2\n", "chain.csv:1:1: ")]
    [InlineData("timestamp,instrument_name,mark_price\n2025-12-30,BTC-16JAN26-82000-C,0.1\n", "chain.csv:1:1: ")]
    public void A_broken_chain_is_refused(string text, string expected)
    {
        string chain = place.Write("chain.csv", text);
        string closes = place.Write("closes.csv", "date,value\n2025-12-29,88000\n2025-12-30,88500\n");
        string[] before = place.Inventory();
        Refusal.IsBadInput(Gpurisk.Run("import", "deribit", chain, "--history", $"spot:BTC={closes}", "--out", place.At("new")), expected);
        Assert.Equal(before, place.Inventory());
    }

    public void Dispose() => place.Dispose();
}
