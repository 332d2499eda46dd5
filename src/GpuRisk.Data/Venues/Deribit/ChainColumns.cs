using GpuRisk.Data.Csv;
using GpuRisk.Data.Input;
using GpuRisk.Data.Tables;

namespace GpuRisk.Data.Venues.Deribit;

/// <summary>Where a chain file has the columns that are needed. Other columns are the venue's business and are passed over.</summary>
internal sealed record ChainColumns
{
    public required int Timestamp { get; init; }

    public required int Name { get; init; }

    public required int Underlying { get; init; }

    public required int Right { get; init; }

    public required int Strike { get; init; }

    public required int Expiry { get; init; }

    public required int Mark { get; init; }

    public required int FuturePrice { get; init; }

    public required int Future { get; init; }

    public required int Volatility { get; init; }

    public required int OpenInterest { get; init; }

    public required int Currency { get; init; }

    public required int Index { get; init; }

    /// <returns>Null where a column is missing or stands twice; the problems are then on the list.</returns>
    public static ChainColumns? Find(CsvTable table, FileProblems problems)
    {
        bool complete = true;
        int Need(string name)
        {
            int[] found = [.. Enumerable.Range(0, table.Header.Length).Where(i => table.Header[i] == name)];
            if (found.Length == 1)
                return found[0];
            complete = false;
            if (found.Length == 0)
                problems.Add($"the header has no column '{name}'; an option chain snapshot with that column is expected");
            else
                table.Report(found[1], $"the column '{name}' stands {found.Length} times; once is expected");
            return -1;
        }

        ChainColumns columns = new()
        {
            Timestamp = Need("timestamp"),
            Name = Need("instrument_name"),
            Underlying = Need("underlying"),
            Right = Need("option_type"),
            Strike = Need("strike"),
            Expiry = Need("expiry_datetime"),
            Mark = Need("mark_price"),
            FuturePrice = Need("futures_price"),
            Future = Need("futures_instrument_name"),
            Volatility = Need("implied_volatility"),
            OpenInterest = Need("open_interest"),
            Currency = Need("currency"),
            Index = Need("index_price"),
        };
        return complete ? columns : null;
    }
}
