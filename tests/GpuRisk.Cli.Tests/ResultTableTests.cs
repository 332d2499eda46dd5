using System.Text.Json;

namespace GpuRisk.Cli.Tests;

/// <summary>The tables of a result hold the figures of <c>--json</c>, to the bit.</summary>
public sealed class ResultTableTests(SampleRun sample) : IClassFixture<SampleRun>
{
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
