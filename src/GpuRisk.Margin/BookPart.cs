using GpuRisk.Domain.Instruments;
using GpuRisk.Domain.Portfolios;

namespace GpuRisk.Margin;

/// <summary>Some accounts of a book, the instruments that they hold and their collateral.</summary>
internal static class BookPart
{
    public static Book Of(Book book, IReadOnlyList<int> accounts)
    {
        ReadOnlySpan<int> rowStart = book.Positions.RowStart.Span;
        ReadOnlySpan<int> instrument = book.Positions.Instrument.Span;
        ReadOnlySpan<double> quantity = book.Positions.Quantity.Span;
        Dictionary<int, int> kept = [];
        List<Instrument> instruments = [];
        List<int> starts = [0], columns = [];
        List<double> quantities = [];
        foreach (int a in accounts)
        {
            for (int j = rowStart[a]; j < rowStart[a + 1]; j++)
            {
                if (kept.TryAdd(instrument[j], instruments.Count))
                    instruments.Add(book.Instruments[instrument[j]]);
                columns.Add(kept[instrument[j]]);
                quantities.Add(quantity[j]);
            }
            starts.Add(columns.Count);
        }
        string[] names = [.. accounts.Select(a => book.Positions.Accounts[a])];
        HashSet<string> own = [.. names];
        return new Book
        {
            Name = book.Name,
            Currency = book.Currency,
            Instruments = instruments,
            Positions = new PositionTable(names, [.. starts], [.. columns], [.. quantities]),
            Market = book.Market,
            History = book.History,
            Correlation = book.Correlation,
            Collateral = book.Collateral?.Where(holding => own.Contains(holding.Account)).ToArray(),
            Haircuts = book.Haircuts,
            Settings = book.Settings,
        };
    }
}
