namespace GpuRisk.Arrow.Types;

/// <summary>What a calendar interval is made of.</summary>
public enum IntervalUnit
{
    /// <summary>Months, 32 bits.</summary>
    YearMonth,

    /// <summary>Days and milliseconds, 32 bits each.</summary>
    DayTime,

    /// <summary>Months and days of 32 bits, nanoseconds of 64.</summary>
    MonthDayNanosecond,
}

/// <summary>A calendar interval.</summary>
public sealed record IntervalType(IntervalUnit Unit) : FixedWidthType
{
    public override ArrowTypeId TypeId => ArrowTypeId.Interval;

    public override string Name => "interval";

    public override int BitWidth => Unit switch
    {
        IntervalUnit.YearMonth => 32,
        IntervalUnit.DayTime => 64,
        _ => 128,
    };

    public override string ToString() => $"{Name}[{Unit}]";
}
