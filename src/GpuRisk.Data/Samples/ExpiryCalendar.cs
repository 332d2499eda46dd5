namespace GpuRisk.Data.Samples;

/// <summary>When listed contracts expire: Fridays at 08:00 UTC, weekly for a month, monthly for half a year, quarterly beyond.</summary>
internal static class ExpiryCalendar
{
    private const int Weeks = 4;
    private const int Months = 5;
    private const int Quarters = 6;

    /// <summary>Up to <paramref name="count"/> expiries after <paramref name="asOf"/>, ascending, weekly, monthly and quarterly ones in turn.</summary>
    public static IReadOnlyList<DateTimeOffset> After(DateTimeOffset asOf, int count)
    {
        DateOnly today = DateOnly.FromDateTime(asOf.UtcDateTime);
        DateOnly friday = today.AddDays(1);
        while (friday.DayOfWeek != DayOfWeek.Friday)
            friday = friday.AddDays(1);
        DateOnly[] weekly = [.. Enumerable.Range(0, Weeks).Select(w => friday.AddDays(7 * w))];
        DateOnly[] monthly = [.. Enumerable.Range(1, Months).Select(m => LastFriday(today.AddMonths(m)))];
        DateOnly[] quarterly =
        [
            .. Enumerable.Range(1, 3 * Quarters).Select(m => today.AddMonths(m)).Where(d => d.Month % 3 == 0).Select(LastFriday),
        ];

        SortedSet<DateOnly> listed = [];
        for (int turn = 0; turn < Quarters; turn++)
        {
            foreach (DateOnly[] cycle in new[] { weekly, monthly, quarterly })
            {
                if (listed.Count < count && turn < cycle.Length)
                    listed.Add(cycle[turn]);
            }
        }
        return [.. listed.Select(day => new DateTimeOffset(day, new TimeOnly(8, 0), TimeSpan.Zero))];
    }

    private static DateOnly LastFriday(DateOnly month)
    {
        DateOnly day = new(month.Year, month.Month, DateTime.DaysInMonth(month.Year, month.Month));
        while (day.DayOfWeek != DayOfWeek.Friday)
            day = day.AddDays(-1);
        return day;
    }
}
