using GpuRisk.Arrow.Types;

namespace GpuRisk.Arrow;

/// <summary>Days and milliseconds, not normalised.</summary>
public readonly record struct DayTimeInterval(int Days, int Milliseconds);

/// <summary>Months, days and nanoseconds, not normalised.</summary>
public readonly record struct MonthDayNanosecondInterval(int Months, int Days, long Nanoseconds);

/// <summary>Months.</summary>
public sealed class YearMonthIntervalArray(ArrayData data) : PrimitiveArray<int>(data, ArrowTypeId.Interval)
{
    public sealed class Builder() : PrimitiveArrayBuilder<int, YearMonthIntervalArray, Builder>(new IntervalType(IntervalUnit.YearMonth));
}

public sealed class DayTimeIntervalArray(ArrayData data) : PrimitiveArray<DayTimeInterval>(data, ArrowTypeId.Interval)
{
    public sealed class Builder() : PrimitiveArrayBuilder<DayTimeInterval, DayTimeIntervalArray, Builder>(new IntervalType(IntervalUnit.DayTime));
}

public sealed class MonthDayNanosecondIntervalArray(ArrayData data) : PrimitiveArray<MonthDayNanosecondInterval>(data, ArrowTypeId.Interval)
{
    public sealed class Builder()
        : PrimitiveArrayBuilder<MonthDayNanosecondInterval, MonthDayNanosecondIntervalArray, Builder>(new IntervalType(IntervalUnit.MonthDayNanosecond));
}
