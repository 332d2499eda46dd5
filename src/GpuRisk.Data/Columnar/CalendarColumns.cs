using System.Globalization;
using System.Numerics;
using System.Text;
using GpuRisk.Arrow;
using GpuRisk.Arrow.Types;
using GpuRisk.Data.Text;

namespace GpuRisk.Data.Columnar;

/// <summary>Instants as counts of a unit since 1970 in UTC. One finer than 100 ns, or outside the years 1 to 9999, is refused.</summary>
internal sealed class InstantColumn(TimeUnit unit) : ArrowColumn
{
    private TimestampArray? values;

    public override void Load(IArrowArray batch) => values = (TimestampArray)batch;

    public override bool IsEmpty(int row) => values!.IsNull(row);

    public override ReadOnlySpan<byte> Text(int row)
    {
        if (values!.GetValue(row) is not { } count)
            return [];
        return Encoding.UTF8.GetBytes(TryInstant(row, out DateTimeOffset instant)
            ? Instant.Format(instant)
            : string.Create(CultureInfo.InvariantCulture, $"{count} {unit.ToString().ToLowerInvariant()}s since 1970"));
    }

    public override bool TryInstant(int row, out DateTimeOffset instant)
    {
        instant = default;
        if (values!.GetValue(row) is not { } count)
            return false;
        if (unit == TimeUnit.Nanosecond && count % TimeSpan.NanosecondsPerTick != 0)
            return false;
        Int128 ticks = DateTimeOffset.UnixEpoch.Ticks + (unit switch
        {
            TimeUnit.Second => (Int128)count * TimeSpan.TicksPerSecond,
            TimeUnit.Millisecond => (Int128)count * TimeSpan.TicksPerMillisecond,
            TimeUnit.Microsecond => (Int128)count * TimeSpan.TicksPerMicrosecond,
            _ => count / TimeSpan.NanosecondsPerTick,
        });
        if (ticks < 0 || ticks > DateTimeOffset.MaxValue.Ticks)
            return false;
        instant = new DateTimeOffset((long)ticks, TimeSpan.Zero);
        return true;
    }
}

/// <summary>Dates as counts since 1970-01-01. A part of a day, or a date outside the years 1 to 9999, is refused.</summary>
internal sealed class DateColumn<T>(long unitsADay) : ArrowColumn
    where T : unmanaged, IBinaryInteger<T>
{
    private static readonly int epoch = new DateOnly(1970, 1, 1).DayNumber;

    private PrimitiveArray<T>? values;

    public override void Load(IArrowArray batch) => values = (PrimitiveArray<T>)batch;

    public override bool IsEmpty(int row) => values!.IsNull(row);

    public override ReadOnlySpan<byte> Text(int row)
    {
        if (values!.GetValue(row) is not { } count)
            return [];
        return Encoding.UTF8.GetBytes(TryDate(row, out DateOnly date)
            ? CalendarDate.Format(date)
            : string.Create(CultureInfo.InvariantCulture, $"{count} {(unitsADay == 1 ? "days" : "milliseconds")} since 1970"));
    }

    public override bool TryDate(int row, out DateOnly date)
    {
        date = default;
        if (values!.GetValue(row) is not { } count)
            return false;
        (long days, long rest) = Math.DivRem(long.CreateChecked(count), unitsADay);
        if (rest != 0 || days < -epoch || days > DateOnly.MaxValue.DayNumber - epoch)
            return false;
        date = DateOnly.FromDayNumber((int)days + epoch);
        return true;
    }
}
