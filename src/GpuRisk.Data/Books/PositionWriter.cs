using CsvHelper;
using GpuRisk.Data.Csv;
using GpuRisk.Domain.Portfolios;

namespace GpuRisk.Data.Books;

/// <summary>Writes <c>positions.csv</c>, account after account.</summary>
internal static class PositionWriter
{
    public static void Write(Book book, string path)
    {
        PositionTable positions = book.Positions;
        ReadOnlySpan<int> rowStart = positions.RowStart.Span;
        ReadOnlySpan<int> instrument = positions.Instrument.Span;
        ReadOnlySpan<double> quantity = positions.Quantity.Span;
        using CsvWriter table = CsvWriter.ToFile(path, CsvFormat.Writing);
        table.WriteHeader([.. BookFiles.PositionColumns.Select(column => column.Name)]);
        for (int account = 0; account < positions.Accounts.Count; account++)
        {
            string name = positions.Accounts[account];
            if (rowStart[account] == rowStart[account + 1])
                throw new ArgumentException($"Account '{name}' has no position; the table of positions cannot carry it.", nameof(book));
            for (int entry = rowStart[account]; entry < rowStart[account + 1]; entry++)
            {
                table.WriteName(name);
                table.WriteName(book.Instruments[instrument[entry]].Name);
                table.WriteFinite(quantity[entry]);
                table.EndRecord();
            }
        }
    }
}
