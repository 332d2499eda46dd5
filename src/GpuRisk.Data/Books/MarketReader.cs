using GpuRisk.Data.Input;
using GpuRisk.Data.Tables;
using GpuRisk.Domain.Instruments;
using GpuRisk.Domain.Market;

namespace GpuRisk.Data.Books;

/// <summary>Reads the table of the market.</summary>
internal sealed class MarketReader
{
    private readonly Table table;
    private readonly InstrumentTable instruments;
    private readonly MarketTable market;
    private readonly int quantity, name, expiry, value;

    private MarketReader(Table table, int[] at, InstrumentTable instruments, MarketTable market)
    {
        this.table = table;
        this.instruments = instruments;
        this.market = market;
        (quantity, name, expiry, value) = (at[0], at[1], at[2], at[3]);
    }

    public static MarketTable Read(BookFolder folder, InstrumentTable instruments, FileProblems problems)
    {
        MarketTable market = new(folder.Market);
        using Table? table = TableFile.Open(folder.PathOf(folder.Market), problems);
        if (table is null || TableColumns.Locate(table, BookFiles.MarketColumns) is not { } at)
            return market;
        market.HasEveryKey = true;
        MarketReader reader = new(table, at, instruments, market);
        while (table.Read())
            market.HasEveryKey &= reader.TryRow();
        market.HasEveryKey &= !table.HasLostRows;
        return market;
    }

    /// <summary>False where the row's key could not be read; the problem is then on the list.</summary>
    private bool TryRow()
    {
        bool sorted = table.TryWord(quantity, "quantity", MarketWriter.Quantities, out MarketQuantity sort);
        bool named = table.TryName(name, "name", out string text);
        if (!sorted)
            return false;
        double number = ReadValue(sort);
        if (sort != MarketQuantity.Forward)
        {
            table.RequireEmpty(expiry, "expiry", MarketWriter.Quantities.Word(sort));
            if (named)
                AddNamed(sort, text, number);
            return named;
        }

        if (!table.TryInstant(expiry, "expiry", out DateTimeOffset delivery) || !named)
            return false;
        ReportUnlessNew(market.Forwards.TryAdd(new ForwardKey(text, delivery), number), sort);
        return true;
    }

    /// <summary>NaN where the value is wrong and reported.</summary>
    private double ReadValue(MarketQuantity sort)
    {
        string what = MarketWriter.Quantities.Word(sort);
        bool sound = sort == MarketQuantity.Rate
            ? table.TryFinite(value, what, out double number)
            : table.TryPositive(value, what, out number);
        return sound ? number : double.NaN;
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
        if (!instruments.Names.TryFind(text, out int number))
        {
            if (instruments.HasEveryName)
                table.Report(name, $"volatility of {Excerpt.Of(text)}, which is not in {instruments.File}; an option of that table is expected");
        }
        else if (instruments.Rows[number] is { } instrument and not Option)
        {
            table.Report(name, $"volatility of {Excerpt.Of(text)}, which is a {InstrumentKinds.Words.Word(InstrumentKinds.Of(instrument))}; an option is expected");
        }
    }

    private void ReportUnlessNew(bool isNew, MarketQuantity sort)
    {
        if (!isNew)
            table.Report(name, $"the {MarketWriter.Quantities.Word(sort)} of {Excerpt.Of(table.Field(name))} appears twice; one row a market entry is expected");
    }
}
