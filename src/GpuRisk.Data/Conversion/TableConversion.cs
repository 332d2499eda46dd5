using GpuRisk.Data.Input;
using GpuRisk.Data.Tables;

namespace GpuRisk.Data.Conversion;

/// <summary>The conversion of one file to another. Its problems are on the list of the source.</summary>
internal sealed class TableConversion(string source, string target, TableFormat format, FileProblems problems) : IDisposable
{
    private TableTarget? written;

    /// <param name="known">Names that the dictionary of a column begins with, by the column's name.</param>
    /// <returns>Rows.</returns>
    public int Run(IReadOnlyDictionary<string, IReadOnlyList<string>> known, CancellationToken cancellation)
    {
        using Table? table = TableFile.Open(source, problems);
        if (table is null || TableLayout.Of(table, source, problems) is not { } layout || layout.FieldsOf(table) is not { } columns)
            return 0;
        written = format == TableFormat.Arrow ? new ArrowTarget(target, layout.Name, columns, known, problems) : new CsvTarget(target, columns);
        int rows = new TableCopy(table, written, columns).Run(cancellation);
        if (!problems.Any)
            written.Complete();
        // What follows looks at the file, which a writer may still hold in its buffer.
        written.Dispose();
        return rows;
    }

    /// <summary>The different texts of a column that became a dictionary; none where it did not.</summary>
    public IReadOnlyList<string> TextsOf(string column) => written is ArrowTarget arrow ? arrow.TextsOf(column) : [];

    public void Dispose() => written?.Dispose();
}
