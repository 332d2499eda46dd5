using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace GpuRisk.Cli.Tests;

/// <summary>A venue's own files, from import to margins.</summary>
public sealed class VenueTests : IDisposable
{
    private const string Chain = "deribit-chains-2026/deribit_options_snapshot_20251230T173115Z.csv";
    private const string Bitcoin = "crypto-ohlc-yahoo/BTC-USD.csv";
    private const string Ether = "crypto-ohlc-yahoo/ETH-USD.csv";

    private readonly TemporaryFolder place = new();

    [Fact]
    public void Two_expiries_of_two_currencies_become_margins()
    {
        Need(Chain, Bitcoin, Ether);
        string[] lines = File.ReadAllLines(Places.Shared(Chain));
        string[] cut = [lines[0], .. lines.Skip(1).Where(line => Regex.IsMatch(line, "(BTC|ETH)-(30JAN26|27MAR26)-"))];
        Assert.InRange(cut.Length, 200, 500);

        string imported = Gpurisk.Run(
            "import", "deribit", place.Write("chain.csv", string.Join('\n', cut) + "\n"), "--history", $"spot:BTC={Places.Shared(Bitcoin)}",
            "--history", $"spot:ETH={Places.Shared(Ether)}", "--accounts", "1000", "--out", place.At("venue")).Done();
        Assert.Contains($"rows          {cut.Length - 1} read, {cut.Length - 1} used\n", imported, StringComparison.Ordinal);
        Assert.Contains(": 1,000 accounts, ", imported, StringComparison.Ordinal);
        Match marks = Regex.Match(imported, @"\nmarks +(?<count>\d+) compared, .*median (?<median>\S+), 99 %");
        Assert.Equal(cut.Length - 1, int.Parse(marks.Groups["count"].Value, CultureInfo.InvariantCulture));
        Assert.InRange(double.Parse(marks.Groups["median"].Value, CultureInfo.InvariantCulture), 0, Tolerance.ImportedMarkMedian);

        string text = Gpurisk.Run("run", place.At("venue"), "--scenarios", "10000", "--out", place.At("result")).Done();
        Assert.Matches(@"\nseconds +\d+\.\d{3} s before writing: load ", text);
        Assert.Matches(@"\nprices +\d\.\d\de\+\d+/s ", text);
        using JsonDocument json = JsonDocument.Parse(Gpurisk.Run("run", place.At("venue"), "--out", place.At("result"), "--json").Done());
        Assert.Equal(10_000, json.RootElement.GetProperty("scenarios").GetInt32());
        Assert.True(json.RootElement.GetProperty("complete").GetBoolean());
        Assert.True(json.RootElement.GetProperty("pricesPerSecond").GetDouble() > 0);
        Assert.True(json.RootElement.GetProperty("seconds").GetProperty("total").GetDouble() > 0);
        JsonElement[] accounts = [.. json.RootElement.GetProperty("accounts").EnumerateArray()];
        Assert.Equal(1_000, accounts.Length);
        Assert.All(accounts, account => Assert.True(account.GetProperty("margin").GetDouble() > 0));
        Gpurisk.Run("verify", place.At("result")).Done();
    }

    [Fact]
    public void A_currency_alone_needs_its_own_history_only()
    {
        Need(Chain, Bitcoin);
        string imported = Gpurisk.Run(
            "import", "deribit", Places.Shared(Chain), "--history", $"spot:BTC={Places.Shared(Bitcoin)}", "--currency", "BTC", "--out", place.At("venue")).Done();
        Assert.Contains("left out      674: currency not asked for\n", imported, StringComparison.Ordinal);
        Outcome both = Gpurisk.Run("import", "deribit", Places.Shared(Chain), "--history", $"spot:BTC={Places.Shared(Bitcoin)}", "--out", place.At("both"));
        Refusal.IsBadInput(both);
        Assert.Contains("spot:ETH", both.Error, StringComparison.Ordinal);
        Assert.Equal(["venue"], place.Entries());
    }

    [Fact]
    public void A_row_of_the_chain_that_is_broken_is_named()
    {
        Need(Chain, Bitcoin);
        string[] cut = [.. File.ReadLines(Places.Shared(Chain)).Take(6)];
        cut[3] = cut[3].Replace("BTC-", "BTC_", StringComparison.Ordinal);
        string chain = place.Write("chain.csv", string.Join('\n', cut) + "\n");
        Refusal.IsBadInput(
            Gpurisk.Run("import", "deribit", chain, "--history", $"spot:BTC={Places.Shared(Bitcoin)}", "--out", place.At("venue")), "chain.csv:4:");
        Assert.Equal(["chain.csv"], place.Entries());
    }

    public void Dispose() => place.Dispose();

    private static void Need(params string[] files)
    {
        foreach (string file in files)
            Assert.SkipWhen(Places.Missing(file) is not null, Places.Missing(file) ?? "");
    }
}
