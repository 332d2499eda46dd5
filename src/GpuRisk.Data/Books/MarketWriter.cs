using CsvHelper;
using GpuRisk.Data.Csv;
using GpuRisk.Data.Text;
using GpuRisk.Domain.Market;

namespace GpuRisk.Data.Books;

/// <summary>The column <c>quantity</c> of <c>market.csv</c>.</summary>
internal enum MarketQuantity
{
    Spot,
    Forward,
    Volatility,
    Rate,
}

/// <summary>Writes <c>market.csv</c>: spots, forwards, volatilities, rates, each in ordinal order of names.</summary>
internal static class MarketWriter
{
    public static readonly Vocabulary<MarketQuantity> Quantities = new(
        (MarketQuantity.Spot, "spot"),
        (MarketQuantity.Forward, "forward"),
        (MarketQuantity.Volatility, "volatility"),
        (MarketQuantity.Rate, "rate"));

    public static void Write(MarketSnapshot market, string path)
    {
        using CsvWriter table = CsvWriter.ToFile(path, CsvFormat.Writing);
        table.WriteHeader([.. BookFiles.MarketColumns.Select(column => column.Name)]);
        WriteNamed(table, MarketQuantity.Spot, market.Spots);
        IEnumerable<KeyValuePair<ForwardKey, double>> forwards = market.Forwards
            .OrderBy(entry => entry.Key.Underlying, StringComparer.Ordinal)
            .ThenBy(entry => entry.Key.Expiry);
        foreach ((ForwardKey key, double value) in forwards)
            WriteRow(table, MarketQuantity.Forward, key.Underlying, key.Expiry, value);
        WriteNamed(table, MarketQuantity.Volatility, market.Volatilities);
        WriteNamed(table, MarketQuantity.Rate, market.Rates);
    }

    private static void WriteNamed(CsvWriter table, MarketQuantity quantity, IReadOnlyDictionary<string, double> entries)
    {
        foreach ((string name, double value) in entries.OrderBy(entry => entry.Key, StringComparer.Ordinal))
            WriteRow(table, quantity, name, expiry: null, value);
    }

    private static void WriteRow(CsvWriter table, MarketQuantity quantity, string name, DateTimeOffset? expiry, double value)
    {
        table.WriteField(Quantities.Word(quantity));
        table.WriteName(name);
        if (expiry is { } instant)
            table.WriteInstant(instant);
        else
            table.WriteEmpty();
        table.WriteFinite(value);
        table.EndRecord();
    }
}
