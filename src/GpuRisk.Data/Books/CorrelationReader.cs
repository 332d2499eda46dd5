using System.Globalization;
using GpuRisk.Data.Input;
using GpuRisk.Data.Tables;
using GpuRisk.Domain.Market;
using GpuRisk.Domain.Settings;

namespace GpuRisk.Data.Books;

/// <summary>Reads a correlation: square, in the order of its header, unit diagonal, symmetric.</summary>
internal sealed class CorrelationReader
{
    /// <summary>Twin entries may differ by the rounding of the program that wrote them.</summary>
    private const double Symmetry = 1e-12;

    private readonly Table table;
    private readonly FactorColumns columns;
    private readonly List<double> values = [];
    private int row;

    private CorrelationReader(Table table, FactorColumns columns)
    {
        this.table = table;
        this.columns = columns;
    }

    /// <param name="history">Null where its factors are not known: they are then not compared.</param>
    /// <param name="proxies">Their factors are the model's too.</param>
    /// <returns>Null where the book has no such table, or a wrong one.</returns>
    public static CorrelationTable? Read(BookFolder folder, FactorHistory? history, IReadOnlyList<FactorProxy> proxies, FileProblems problems)
    {
        if (!folder.Has(folder.Correlation))
            return null;
        using Table? table = TableFile.Open(folder.PathOf(folder.Correlation), problems);
        if (table is null || FactorColumns.Read(table, BookFiles.CorrelationFirst) is not { IsSound: true } columns)
            return null;
        if (history is not null)
            CompareFactors(table, columns, history, [.. proxies.Select(proxy => proxy.Factor).Where(factor => factor.Name is not null).Except(history.Factors)]);
        CorrelationReader reader = new(table, columns);
        while (table.Read())
            reader.ReadRow();
        int order = columns.Factors.Count;
        if (table.Rows > 0 && table.Rows < order && !table.HasLostRows)
            problems.Add($"the table has {table.Rows} rows of {order} columns; a row for every column is expected");
        return new CorrelationTable(columns.Factors, reader.values, folder.Correlation);
    }

    private static void CompareFactors(Table table, FactorColumns columns, FactorHistory history, FactorId[] byProxyAlone)
    {
        foreach (FactorId factor in history.Factors.Except(columns.Factors))
            table.Report(0, $"factor {Excerpt.Of(factor.ToString())} of {history.Source} is missing; a row and a column for each of its factors are expected");
        foreach (FactorId factor in byProxyAlone.Except(columns.Factors))
            table.Report(0, $"factor {Excerpt.Of(factor.ToString())}, which has a proxy in {BookFiles.Settings}, is missing; a row and a column for it are expected");
        for (int column = 0; column < columns.Factors.Count; column++)
        {
            if (!history.Factors.Contains(columns.Factors[column]) && !byProxyAlone.Contains(columns.Factors[column]))
                table.Report(column + 1, $"factor {Excerpt.Of(table.Header[column + 1])} is not in {history.Source}; the factors of that table are expected");
        }
    }

    private void ReadRow()
    {
        // Once a row was passed over, those after it can no longer be told from their places.
        if (table.HasLostRows)
            return;
        int order = columns.Factors.Count;
        if (row >= order)
        {
            table.Report(0, $"row {Excerpt.Of(table.Field(0))} is one too many; {order} rows, as many as columns, are expected");
            return;
        }

        if (table.Text(0) != table.Header[row + 1])
            table.Report(0, $"the row is for {Excerpt.Of(table.Field(0))}; {Excerpt.Of(table.Header[row + 1])}, in the order of the header, is expected");
        for (int column = 0; column < order; column++)
            values.Add(ReadEntry(column));
        row++;
    }

    /// <summary>NaN where the entry is wrong and reported.</summary>
    private double ReadEntry(int column)
    {
        int field = column + 1;
        if (!table.TryFinite(field, "correlation", out double entry))
            return double.NaN;
        if (Problem(column, entry) is not { } problem)
            return entry;
        table.Report(field, $"correlation {Excerpt.Of(table.Field(field))} {problem}");
        return double.NaN;
    }

    private string? Problem(int column, double entry)
    {
        if (Math.Abs(entry) > 1)
            return "lies outside [-1, 1]; a correlation is expected";
        if (column == row)
            return entry == 1 ? null : "stands on the diagonal; 1 is expected";
        double twin = column < row ? values[(column * columns.Factors.Count) + row] : double.NaN;
        if (!(Math.Abs(entry - twin) > Symmetry))
            return null;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"differs from its twin {twin} in row {Excerpt.Of(table.Header[column + 1])}, column {Excerpt.Of(table.Header[row + 1])}; a symmetric matrix is expected");
    }
}
