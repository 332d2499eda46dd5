using GpuRisk.Data.Csv;
using GpuRisk.Data.Input;
using GpuRisk.Domain.Instruments;
using GpuRisk.Domain.Market;

namespace GpuRisk.Data.Books;

/// <summary>Reads <c>market.csv</c>.</summary>
internal sealed class MarketReader
{
    private readonly CsvTable table;
    private readonly InstrumentTable instruments;
    private readonly MarketTable market;
    private readonly int quantity, name, expiry, value;

    private MarketReader(CsvTable table, int[] at, InstrumentTable instruments, MarketTable market)
    {
        this.table = table;
        this.instruments = instruments;
        this.market = market;
        (quantity, name, expiry, value) = (at[0], at[1], at[2], at[3]);
    }

    public static MarketTable Read(string folder, InstrumentTable instruments, FileProblems problems)
    {
        MarketTable market = new();
        using CsvTable? table = CsvTable.Open(Path.Combine(folder, BookFiles.Market), problems);
        if (table is null || TableColumns.Locate(table, BookFiles.MarketColumns) is not { } at)
            return market;
        market.IsRead = true;
        MarketReader reader = new(table, at, instruments, market);
        while (table.Read())
            reader.ReadRow();
        return market;
    }

    private void ReadRow()
    {
        bool sorted = table.TryWord(quantity, "quantity", MarketWriter.Quantities, out MarketQuantity sort);
        bool named = table.TryName(name, "name", out string text);
        if (!sorted)
            return;
        bool valued = sort == MarketQuantity.Rate
            ? table.TryFinite(value, "rate", out double number)
            : table.TryPositive(value, MarketWriter.Quantities.Word(sort), out number);
        if (!valued)
            number = double.NaN;
        if (sort == MarketQuantity.Forward)
        {
            if (table.TryInstant(expiry, "expiry", out DateTimeOffset delivery) && named)
                ReportUnlessNew(market.Forwards.TryAdd(new ForwardKey(text, delivery), number), sort);
            return;
        }

        table.RequireEmpty(expiry, "expiry", MarketWriter.Quantities.Word(sort));
        if (named)
            AddNamed(sort, text, number);
    }

    private void AddNamed(MarketQuantity sort, string text, double number)
    {
        if (sort == MarketQuantity.Volatility)
            RequireOption(text);
        Dictionary<string, double> entries = sort switch
        {
            MarketQuantity.Spot => market.Spots,
            MarketQuantity.Volatility => market.Volatilities,
            _ => market.Rates,
        };
        ReportUnlessNew(entries.TryAdd(text, number), sort);
    }

    private void RequireOption(string text)
    {
        if (!instruments.IsRead)
            return;
        if (!instruments.Names.TryFind(text, out int number))
            table.Report(name, $"volatility of {Excerpt.Of(text)}, which is not in {BookFiles.Instruments}; an option of that table is expected");
        else if (instruments.Rows[number] is { } instrument and not Option)
            table.Report(name, $"volatility of {Excerpt.Of(text)}, which is a {InstrumentKinds.Words.Word(InstrumentKinds.Of(instrument))}; an option is expected");
    }

    private void ReportUnlessNew(bool isNew, MarketQuantity sort)
    {
        if (!isNew)
            table.Report(name, $"the {MarketWriter.Quantities.Word(sort)} of {Excerpt.Of(table.Field(name))} appears twice; one row a market entry is expected");
    }
}
