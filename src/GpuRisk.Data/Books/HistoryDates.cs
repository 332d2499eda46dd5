using System.Globalization;
using GpuRisk.Data.Csv;
using GpuRisk.Data.Input;
using GpuRisk.Domain.Settings;

namespace GpuRisk.Data.Books;

/// <summary>The dates of a history: each after the one before it, none after the as-of day, and no gap where gaps are refused.</summary>
internal sealed class HistoryDates(CsvTable table, DateTimeOffset? asOf, CalibrationSettings rules)
{
    /// <summary>Friday to Tuesday: a week-end and a holiday beside it.</summary>
    private const int LongestBusinessStep = 4;

    private readonly HashSet<DateOnly> seen = [];
    private DateOnly? newest;

    public List<DateOnly> Dates { get; } = [];

    public void Read(int field)
    {
        string text = table.Text(field);
        bool parsed = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date);
        Dates.Add(date);
        if (!parsed)
        {
            table.Report(field, $"date {Excerpt.Of(text)} is not a date; an ISO 8601 date, such as 2026-03-27, is expected");
            return;
        }

        if (!seen.Add(date))
            table.Report(field, $"date {text} appears twice; one row a day is expected");
        else if (date < newest)
            table.Report(field, $"date {text} comes after {Text(newest.Value)}; dates in ascending order are expected");
        else
            ReportGap(field, date);
        if (asOf is { } now && date > DateOnly.FromDateTime(now.UtcDateTime))
            table.Report(field, $"date {text} lies after the as-of day {Text(DateOnly.FromDateTime(now.UtcDateTime))}; a date up to that day is expected");
        newest = newest > date ? newest : date;
    }

    private void ReportGap(int field, DateOnly date)
    {
        if (newest is not { } before || rules.Missing != MissingRule.Reject)
            return;
        int step = date.DayNumber - before.DayNumber;
        bool daily = rules.Calendar == HistoryCalendar.Daily;
        if (step <= (daily ? 1 : LongestBusinessStep))
            return;
        string expected = daily ? "every calendar day" : $"every business day, with steps of up to {LongestBusinessStep} days,";
        table.Report(field, $"{step - 1} days are missing between {Text(before)} and {Text(date)}; {expected} is expected, or \"missing\": \"drop\" in {BookFiles.Settings}");
    }

    private static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
