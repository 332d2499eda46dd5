using System.Globalization;
using GpuRisk.Data.Csv;
using GpuRisk.Data.Input;
using GpuRisk.Domain.Market;

namespace GpuRisk.Data.Books;

/// <summary>Reads <c>correlation.csv</c>: square, in the order of its header, unit diagonal, symmetric.</summary>
internal sealed class CorrelationReader
{
    /// <summary>Twin entries may differ by the rounding of the program that wrote them.</summary>
    private const double Symmetry = 1e-12;

    private readonly CsvTable table;
    private readonly FactorColumns columns;
    private readonly double[] values;
    private int row;

    private CorrelationReader(CsvTable table, FactorColumns columns)
    {
        this.table = table;
        this.columns = columns;
        values = new double[columns.Factors.Count * columns.Factors.Count];
    }

    /// <param name="history">Null where its factors are not known: they are then not compared.</param>
    /// <returns>Null where the book has no such table, or a wrong one.</returns>
    public static CorrelationTable? Read(string folder, FactorHistory? history, FileProblems problems)
    {
        string path = Path.Combine(folder, BookFiles.Correlation);
        if (!Path.Exists(path))
            return null;
        using CsvTable? table = CsvTable.Open(path, problems);
        if (table is null)
            return null;
        FactorColumns columns = FactorColumns.Read(table, "factor");
        if (!columns.IsSound)
            return null;
        if (history is not null)
            CompareFactors(table, columns, history);
        CorrelationReader reader = new(table, columns);
        while (table.Read())
            reader.ReadRow();
        int order = columns.Factors.Count;
        if (table.Rows > 0 && table.Rows < order)
            problems.Add($"the table has {table.Rows} rows of {order} columns; a row for every column is expected");
        return new CorrelationTable(columns.Factors, reader.values, BookFiles.Correlation);
    }

    private static void CompareFactors(CsvTable table, FactorColumns columns, FactorHistory history)
    {
        foreach (FactorId factor in history.Factors.Except(columns.Factors))
            table.Report(0, $"factor {Excerpt.Of(factor.ToString())} of {BookFiles.History} is missing; a row and a column for each of its factors are expected");
        for (int column = 0; column < columns.Factors.Count; column++)
        {
            if (!history.Factors.Contains(columns.Factors[column]))
                table.Report(column + 1, $"factor {Excerpt.Of(table.Header[column + 1])} is not in {BookFiles.History}; the factors of that table are expected");
        }
    }

    private void ReadRow()
    {
        int order = columns.Factors.Count;
        if (row >= order)
        {
            table.Report(0, $"row {Excerpt.Of(table.Field(0))} is one too many; {order} rows, as many as columns, are expected");
            return;
        }

        if (table.Text(0) != table.Header[row + 1])
            table.Report(0, $"the row is for {Excerpt.Of(table.Field(0))}; {Excerpt.Of(table.Header[row + 1])}, in the order of the header, is expected");
        for (int column = 0; column < order; column++)
            values[(row * order) + column] = ReadEntry(column);
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
            $"differs from its twin {twin} in row {table.Header[column + 1]}, column {table.Header[row + 1]}; a symmetric matrix is expected");
    }
}
