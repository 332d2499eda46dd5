namespace GpuRisk.Domain.Market;

/// <summary>ACT/365: the house's one measure of time.</summary>
public static class DayCount
{
    public const double DaysAYear = 365;

    /// <summary>Time from <paramref name="start"/> to <paramref name="end"/> in years of 365 days of 86,400 seconds.</summary>
    public static double Years(DateTimeOffset start, DateTimeOffset end) =>
        (end.UtcTicks - start.UtcTicks) / (DaysAYear * TimeSpan.TicksPerDay);
}
