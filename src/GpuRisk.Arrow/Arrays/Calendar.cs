using GpuRisk.Arrow.Types;

namespace GpuRisk.Arrow;

/// <summary>Counts since 1970-01-01 and the framework's dates and instants. Proleptic Gregorian calendar, no leap seconds.</summary>
internal static class Calendar
{
    public const long MillisecondsADay = 86_400_000;

    private static readonly int Epoch = new DateOnly(1970, 1, 1).DayNumber;

    public static int Days(DateOnly date) => date.DayNumber - Epoch;

    public static DateOnly Date(long days) => days >= -Epoch && days <= DateOnly.MaxValue.DayNumber - Epoch
        ? DateOnly.FromDayNumber((int)(days + Epoch))
        : throw new InvalidArrowException(FormattableString.Invariant($"{days} days since 1970 are not in years 1 to 9999."));

    /// <summary>Nanoseconds are cut down to the 100 ns that the framework counts.</summary>
    public static DateTimeOffset Instant(long count, TimeUnit unit)
    {
        Int128 ticks = unit switch
        {
            TimeUnit.Second => (Int128)count * TimeSpan.TicksPerSecond,
            TimeUnit.Millisecond => (Int128)count * TimeSpan.TicksPerMillisecond,
            TimeUnit.Microsecond => (Int128)count * TimeSpan.TicksPerMicrosecond,
            _ => count / 100 - (count % 100 < 0 ? 1 : 0),
        };
        ticks += DateTimeOffset.UnixEpoch.Ticks;
        return ticks >= 0 && ticks <= DateTimeOffset.MaxValue.Ticks
            ? new DateTimeOffset((long)ticks, TimeSpan.Zero)
            : throw new InvalidArrowException(FormattableString.Invariant($"{count} {unit}s since 1970 are not in years 1 to 9999."));
    }

    /// <exception cref="ArgumentException">The instant is no whole number of units, or too far for nanoseconds.</exception>
    public static long Count(DateTimeOffset instant, TimeUnit unit)
    {
        long ticks = instant.UtcTicks - DateTimeOffset.UnixEpoch.Ticks;
        (long count, long rest) = unit switch
        {
            TimeUnit.Second => Math.DivRem(ticks, TimeSpan.TicksPerSecond),
            TimeUnit.Millisecond => Math.DivRem(ticks, TimeSpan.TicksPerMillisecond),
            TimeUnit.Microsecond => Math.DivRem(ticks, TimeSpan.TicksPerMicrosecond),
            _ => Math.Abs(ticks) <= long.MaxValue / 100 ? (ticks * 100, 0) : (0, 1),
        };
        return rest == 0 ? count : throw new ArgumentException(FormattableString.Invariant($"{instant:O} is no whole number of {unit}s that 64 bits hold."), nameof(instant));
    }
}
