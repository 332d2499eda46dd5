using GpuRisk.Data.Books;
using GpuRisk.Data.Input;
using GpuRisk.Data.Tables;

namespace GpuRisk.Data.Conversion;

/// <summary>One sort of table that a book has, or the table of outside scenarios: which columns it has, and what they hold.</summary>
/// <param name="HasFactors">A column a factor follows the first.</param>
internal sealed record TableLayout(string Name, TableColumn[] Columns, bool HasFactors)
{
    private static readonly TableLayout[] all =
    [
        new("instruments", BookFiles.InstrumentColumns, HasFactors: false),
        new("positions", BookFiles.PositionColumns, HasFactors: false),
        new("market", BookFiles.MarketColumns, HasFactors: false),
        new("history", [BookFiles.HistoryFirst], HasFactors: true),
        new("correlation", [BookFiles.CorrelationFirst], HasFactors: true),
        new("haircuts", BookFiles.HaircutColumns, HasFactors: false),
        new("collateral", BookFiles.CollateralColumns, HasFactors: false),
        new("scenarios", [BookFiles.ShocksFirst], HasFactors: true),
    ];

    /// <summary>By the header, and by the file's name where the header is that of none.</summary>
    public static TableLayout? Of(Table table, string file, FileProblems problems)
    {
        string stem = Path.GetFileNameWithoutExtension(file);
        TableLayout? found = Array.Find(all, layout => layout.Fits(table.Header)) ?? Array.Find(all, layout => layout.Name == stem);
        if (found is null)
            problems.Add($"the columns are those of no table: {Excerpt.OfSentence(string.Join(", ", table.Header))}; the columns of {string.Join(", ", all.Select(layout => layout.Name))} are expected");
        return found;
    }

    /// <summary>What each field of a table is, in the table's own order; null where the header is wrong, and every problem is then on the list.</summary>
    public TableColumn[]? FieldsOf(Table table)
    {
        if (HasFactors)
        {
            return FactorColumns.Read(table, Columns[0]) is { IsSound: true }
                ? [Columns[0], .. table.Header.Skip(1).Select(name => new TableColumn(name, CellSort.Number))]
                : null;
        }

        return TableColumns.Locate(table, Columns) is null
            ? null
            : [.. table.Header.Select(name => Array.Find(Columns, column => column.Name == name))];
    }

    private bool Fits(string[] header) => HasFactors
        ? header[0] == Columns[0].Name
        : header.Length == Columns.Length && Columns.All(column => header.Contains(column.Name));
}
