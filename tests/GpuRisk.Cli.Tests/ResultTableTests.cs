using System.Text.Json;

namespace GpuRisk.Cli.Tests;

/// <summary>The tables of a result hold the figures of <c>--json</c>, to the bit.</summary>
public sealed class ResultTableTests(SampleRun sample) : IClassFixture<SampleRun>
{
    private static readonly string[] GreekColumns = ["delta", "gamma", "vega", "theta", "deltaCash", "gammaCash", "rho", "carryRho", "vanna", "volga"];

    private IEnumerable<JsonElement> Accounts => sample.Json.RootElement.GetProperty("accounts").EnumerateArray();

    [Fact]
    public void Margins() => Assert.Equal(
        Accounts.Select(a => Row(a, ["account", "margin", "baseEs", "modelRisk", "collateral", "excess"])), Rows("margin.arrow"));

    [Fact]
    public void Margins_for_a_spreadsheet() => Assert.Equal(
        Rows("margin.arrow").Select(row => row.Replace('|', ',')), File.ReadLines(Path.Combine(sample.Result, "margin.csv")).Skip(1));

    [Fact]
    public void Measures() => Assert.Equal(
        Accounts.SelectMany(a => a.GetProperty("measures").EnumerateArray()
            .Select(m => $"{a.GetProperty("account").GetString()}|{Row(m, ["confidence", "estimator", "var", "varLow", "varHigh", "es", "esError"])}")),
        Rows("measures.arrow"));

    [Fact]
    public void Components() => Assert.Equal(
        Accounts.SelectMany(a => a.GetProperty("components").EnumerateArray()
            .Select(c => $"{a.GetProperty("account").GetString()}|{Row(c, ["instrument", "underlying", "es"])}")),
        Rows("components.arrow"));

    [Fact]
    public void Greeks_of_accounts() => Assert.Equal(
        Accounts.SelectMany(a => a.GetProperty("greeks").EnumerateArray()
            .Select(g => $"{a.GetProperty("account").GetString()}|{Row(g, ["underlying", .. GreekColumns])}")),
        Rows("greeks.arrow"));

    [Fact]
    public void Greeks_of_accounts_in_total_are_sums_over_underlyings() => Assert.All(Accounts, a =>
    {
        foreach (string name in new[] { "deltaCash", "gammaCash", "vega", "theta" })
        {
            double[] parts = [.. a.GetProperty("greeks").EnumerateArray().Select(g => g.GetProperty(name).GetDouble())];
            Assert.Equal(parts.Sum(), a.GetProperty("greeksTotal").GetProperty(name).GetDouble(), parts.Sum(Math.Abs) * Tolerance.Rounding);
        }
    });

    /// <summary>Values in the table are in the book's currency, and those of inverse contracts in JSON in coin.</summary>
    [Fact]
    public void Greeks_of_instruments()
    {
        using JsonDocument price = JsonDocument.Parse(Gpurisk.Run("price", SampleRun.Book, "--json").Done());
        Assert.Equal(
            price.RootElement.GetProperty("instruments").EnumerateArray().Select(i => Row(i, ["instrument", .. GreekColumns])),
            Rows("instruments.arrow").Select(row => row.Split('|')).Select(row => string.Join('|', [row[0], .. row[3..]])));
    }

    /// <summary>The tails are in no JSON, and in the digest: VaR is one of them.</summary>
    [Fact]
    public void Tails_hold_the_value_at_risk_in_its_rank()
    {
        ILookup<string, string[]> tails = Rows("tail.arrow").Select(row => row.Split('|')).ToLookup(row => row[0]);
        Assert.Equal(60, tails.Count);
        foreach (JsonElement account in Accounts)
        {
            string[][] tail = [.. tails[account.GetProperty("account").GetString()!]];
            Assert.Equal(Enumerable.Range(1, tail.Length).Select(rank => $"{rank}"), tail.Select(row => row[1]));
            // Of 10,000 losses the 9,750th and the 9,900th smallest.
            Assert.Equal([Json.Number(account.GetProperty("measures")[0], "var"), Json.Number(account.GetProperty("measures")[1], "var")], [tail[250][3], tail[100][3]]);
        }
    }

    private static string Row(JsonElement element, string[] names) => string.Join('|', names.Select(name => element.GetProperty(name) switch
    {
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        { ValueKind: JsonValueKind.Null } => "",
        _ => Json.Number(element, name),
    }));

    private string[] Rows(string table) => ArrowRows.Of(Path.Combine(sample.Result, table));
}
