using GpuRisk.Data.Input;
using GpuRisk.Data.Tables;
using GpuRisk.Domain.Market;
using GpuRisk.Domain.Settings;

namespace GpuRisk.Data.Books;

/// <summary>Reads <c>history.csv</c>.</summary>
internal sealed class HistoryReader
{
    private readonly Table table;
    private readonly FactorColumns columns;
    private readonly HistoryDates dates;
    private readonly YoungColumns young;
    private readonly MissingRule missing;
    private readonly List<double> levels = [];

    private HistoryReader(Table table, FactorColumns columns, HistoryDates dates, MissingRule missing)
    {
        this.table = table;
        this.columns = columns;
        this.dates = dates;
        this.missing = missing;
        young = new YoungColumns(table, columns.Factors);
    }

    /// <param name="asOf">Null where it is not known: no date is then found to lie in the future.</param>
    /// <returns>Null where there is no history to compare other tables with; the problem is then on the list.</returns>
    public static FactorHistory? Read(BookFolder folder, DateTimeOffset? asOf, CalibrationSettings rules, FileProblems problems)
    {
        using Table? table = TableFile.Open(folder.PathOf(folder.History), problems);
        if (table is null || FactorColumns.Read(table, BookFiles.HistoryFirst) is not { } columns)
            return null;
        HistoryReader reader = new(table, columns, new HistoryDates(table, asOf, rules), rules.Missing);
        while (table.Read())
            reader.ReadRow();
        if (!columns.IsSound)
            return null;
        if (!table.HasLostRows)
            reader.young.Report(reader.dates.Dates, rules, problems);
        return new FactorHistory(columns.Factors, reader.dates.Dates, [.. reader.levels], folder.History);
    }

    private void ReadRow()
    {
        dates.Read(field: 0);
        for (int factor = 0; factor < columns.Factors.Count; factor++)
            levels.Add(ReadLevel(factor + 1, columns.Factors[factor]));
    }

    /// <summary>NaN where the cell is empty, or wrong and reported.</summary>
    private double ReadLevel(int field, FactorId factor)
    {
        double level = double.NaN;
        if (!table.IsEmpty(field))
        {
            young.Begin(field);
            bool sound = factor.Name is null || !factor.IsLogarithmic
                ? table.TryFinite(field, "level", out level)
                : table.TryPositive(field, "level", out level);
            return sound ? level : double.NaN;
        }

        if (!young.StillEmpty(field) && missing == MissingRule.Reject)
            table.Report(field, $"the level of {Excerpt.Of(table.Header[field])} is missing; a number is expected, or \"missing\": \"drop\" in {BookFiles.Settings}");
        return level;
    }
}
