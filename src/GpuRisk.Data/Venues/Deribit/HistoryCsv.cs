using System.Globalization;
using GpuRisk.Data.Csv;
using GpuRisk.Data.Input;
using GpuRisk.Data.Tables;

namespace GpuRisk.Data.Venues.Deribit;

/// <summary>
/// Daily levels in CSV, by their header: the columns <c>Date</c> and <c>Close</c> among others (the layout of Yahoo's downloads), or
/// <c>date</c> and <c>value</c>. The day is the one written, whatever the offset.
/// </summary>
internal static class HistoryCsv
{
    private const string Layouts = "Date and Close, or date and value";

    private static readonly string[] dateLayouts =
        ["yyyy-MM-dd", "yyyy-MM-dd HH:mm:sszzz", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss"];

    public static void Read(string path, HistoryBuilder builder, FileProblems problems)
    {
        using CsvTable? table = CsvTable.Open(path, problems);
        if (table is null || !FindColumns(table, problems, out int date, out int value))
            return;
        while (table.Read())
        {
            bool hasDate = TryDate(table, date, out DateOnly day);
            bool hasValue = TryLevel(table, value, out double? level);
            if (hasDate && hasValue)
                builder.Add(day, level, new TextPlace(table.Line, table.ColumnOf(date)), new TextPlace(table.Line, table.ColumnOf(value)));
        }
    }

    private static bool FindColumns(CsvTable table, FileProblems problems, out int date, out int value)
    {
        int[] dates = Positions(table, "date");
        int[] values = [.. Positions(table, "close"), .. Positions(table, "value")];
        date = dates.FirstOrDefault(-1);
        value = values.FirstOrDefault(-1);
        if (dates.Length == 1 && values.Length == 1)
            return true;
        if (dates.Length == 0 || values.Length == 0)
            problems.Add($"the header has no column '{(dates.Length == 0 ? "date" : "Close' or 'value")}'; the columns {Layouts} are expected");
        else
            table.Report(dates.Length > 1 ? dates[1] : values[1], $"the header does not say which column is meant; one pair of {Layouts} is expected");
        return false;
    }

    private static int[] Positions(CsvTable table, string name) =>
        [.. Enumerable.Range(0, table.Header.Length).Where(i => string.Equals(table.Header[i], name, StringComparison.OrdinalIgnoreCase))];

    private static bool TryDate(CsvTable table, int field, out DateOnly day)
    {
        bool valid = DateTimeOffset.TryParseExact(
            table.Text(field), dateLayouts, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time);
        day = valid ? DateOnly.FromDateTime(time.DateTime) : default;
        if (!valid)
            table.Report(field, $"{Excerpt.Of(table.Field(field))} is not a date; a date such as 2026-06-30 or 2026-06-30 00:00:00+00:00 is expected");
        return valid;
    }

    private static bool TryLevel(CsvTable table, int field, out double? level)
    {
        level = null;
        ReadOnlySpan<byte> text = table.Field(field);
        if (text.IsEmpty || text.SequenceEqual("nan"u8) || text.SequenceEqual("NaN"u8) || text.SequenceEqual("null"u8))
            return true;
        bool valid = table.TryFinite(field, "the level", out double number);
        level = number;
        return valid;
    }
}
