using System.Text.Json;

namespace GpuRisk.Cli.Tests;

public sealed class PriceTests : IDisposable
{
    private static readonly string[] Greeks = ["delta", "gamma", "vega", "theta", "deltaCash", "gammaCash", "rho", "carryRho", "vanna", "volga"];

    private readonly TemporaryFolder place = new();

    [Fact]
    public void Json_has_the_documented_members_and_a_value_for_every_instrument_in_order()
    {
        Outcome outcome = Gpurisk.Run("price", SampleRun.Book, "--json");
        using JsonDocument json = JsonDocument.Parse(outcome.Done());
        Assert.Equal("", outcome.Error);
        JsonElement[] instruments = [.. json.RootElement.GetProperty("instruments").EnumerateArray()];
        Assert.Equal(
            File.ReadLines(Path.Combine(SampleRun.Book, "instruments.csv")).Skip(1).Select(line => line.Split(',')[0]),
            instruments.Select(i => i.GetProperty("instrument").GetString()));
        Assert.All(instruments, i =>
        {
            Json.HasMembers(i, "instrument", "value", "currency", "failure");
            Assert.True(double.IsFinite(i.GetProperty("value").GetDouble()));
            Assert.All(Greeks, name => Assert.True(double.IsFinite(i.GetProperty(name).GetDouble())));
            Assert.Equal(JsonValueKind.Null, i.GetProperty("failure").ValueKind);
        });
    }

    /// <summary>Put-call parity on the quoted future: call - put = 1 - strike / forward in coin.</summary>
    [Fact]
    public void A_call_less_a_put_is_the_forward_less_the_strike()
    {
        string book = SoundBook.WriteTo(place);
        SoundBook.Spoil(book, "instruments.csv", "BTC-P,linear-option,BTC,2026-03-27T08:00:00Z,90000,put,0.1,", "BTC-P,inverse-option,BTC,2026-03-27T08:00:00Z,100000,put,,");
        SoundBook.Spoil(book, "market.csv", "0.65", "0.6");
        using JsonDocument json = JsonDocument.Parse(Gpurisk.Run("price", book, "--json").Done());
        JsonElement[] values = [.. json.RootElement.GetProperty("instruments").EnumerateArray()];
        Assert.Equal(("USD", "BTC"), (values[0].GetProperty("currency").GetString(), values[1].GetProperty("currency").GetString()));
        Assert.Equal(95_000, values[0].GetProperty("value").GetDouble());
        Assert.Equal(1 - 100_000.0 / 96_000, values[1].GetProperty("value").GetDouble() - values[2].GetProperty("value").GetDouble(), Tolerance.Rounding);
    }

    /// <summary>In dollars, although the options pay coin: calls less puts are a coin.</summary>
    [Fact]
    public void Greeks_are_in_the_currency_of_the_book()
    {
        string book = SoundBook.WriteTo(place);
        SoundBook.Spoil(book, "instruments.csv", "BTC-P,linear-option,BTC,2026-03-27T08:00:00Z,90000,put,0.1,", "BTC-P,inverse-option,BTC,2026-03-27T08:00:00Z,100000,put,,");
        SoundBook.Spoil(book, "market.csv", "0.65", "0.6");
        using JsonDocument json = JsonDocument.Parse(Gpurisk.Run("price", book, "--json").Done());
        Assert.Equal("USD", json.RootElement.GetProperty("greeksCurrency").GetString());
        JsonElement[] options = [.. json.RootElement.GetProperty("instruments").EnumerateArray().Skip(1)];
        Assert.Equal(1, options[0].GetProperty("delta").GetDouble() - options[1].GetProperty("delta").GetDouble(), Tolerance.Rounding);
        Assert.Equal(95_000, options[0].GetProperty("deltaCash").GetDouble() - options[1].GetProperty("deltaCash").GetDouble(), 95_000 * Tolerance.Rounding);
    }

    [Fact]
    public void Text_is_a_table_of_one_row_an_instrument()
    {
        Outcome outcome = Gpurisk.Run("price", SoundBook.WriteTo(place));
        string[] rows = [.. outcome.Done().Split('\n').Where(line => line.StartsWith("  BTC", StringComparison.Ordinal))];
        Assert.Equal(4, rows.Length);
        Assert.Equal("", outcome.Error);
        Assert.Single(rows.Select(row => row.Length).Distinct());
        Assert.Equal(["BTC", "95000.00000000", "USD", "1", "0", "0", "0", "95000", "0"], rows[0].Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    public void Dispose() => place.Dispose();
}
