using GpuRisk.Data.Input;
using GpuRisk.Data.Tables;
using GpuRisk.Data.Text;
using GpuRisk.Domain.Settings;

namespace GpuRisk.Data.Books;

/// <summary>The dates of a history: each after the one before it, none after the as-of day, and no gap where gaps are refused.</summary>
internal sealed class HistoryDates(Table table, DateTimeOffset? asOf, CalibrationSettings rules)
{
    /// <summary>Friday to Tuesday: a week-end and a holiday beside it.</summary>
    private const int LongestBusinessStep = 4;

    private readonly HashSet<DateOnly> seen = [];
    private DateOnly? newest;
    private bool lastUnread;

    public List<DateOnly> Dates { get; } = [];

    public void Read(int field)
    {
        bool parsed = table.TryDate(field, "date", out DateOnly date);
        Dates.Add(date);
        bool afterUnread = lastUnread;
        lastUnread = !parsed;
        if (!parsed)
            return;

        if (!seen.Add(date))
            table.Report(field, $"date {CalendarDate.Format(date)} appears twice; one row a day is expected");
        else if (date < newest)
            table.Report(field, $"date {CalendarDate.Format(date)} comes after {CalendarDate.Format(newest.Value)}; dates in ascending order are expected");
        else if (!afterUnread)
            ReportGap(field, date);
        if (asOf is { } now && date > DateOnly.FromDateTime(now.UtcDateTime))
            table.Report(field, $"date {CalendarDate.Format(date)} lies after the as-of day {CalendarDate.Format(DateOnly.FromDateTime(now.UtcDateTime))}; a date up to that day is expected");
        newest = newest > date ? newest : date;
    }

    private void ReportGap(int field, DateOnly date)
    {
        // A row that was passed over is a problem already, not a gap too.
        if (newest is not { } before || rules.Missing != MissingRule.Reject || table.HasLostRows)
            return;
        int step = date.DayNumber - before.DayNumber;
        bool daily = rules.Calendar == HistoryCalendar.Daily;
        if (step <= (daily ? 1 : LongestBusinessStep))
            return;
        string expected = daily ? "every calendar day" : $"every business day, with steps of up to {LongestBusinessStep} days,";
        table.Report(field, $"{(step == 2 ? "1 day is" : $"{step - 1} days are")} missing between {CalendarDate.Format(before)} and {CalendarDate.Format(date)}; {expected} is expected, or \"missing\": \"drop\" in {BookFiles.Settings}");
    }
}
