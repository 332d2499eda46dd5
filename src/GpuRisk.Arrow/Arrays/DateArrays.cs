using GpuRisk.Arrow.Types;

namespace GpuRisk.Arrow;

/// <summary>Days since 1970-01-01.</summary>
public sealed class Date32Array(ArrayData data) : PrimitiveArray<int>(data, ArrowTypeId.Date32)
{
    /// <summary>Null at a null.</summary>
    /// <exception cref="InvalidArrowException">The date is not in years 1 to 9999.</exception>
    public DateOnly? GetDateOnly(int index) => GetValue(index) is { } days ? Calendar.Date(days) : null;

    public sealed class Builder() : PrimitiveArrayBuilder<int, Date32Array, Builder>(Date32Type.Default)
    {
        public Builder Append(DateOnly date) => Append(Calendar.Days(date));
    }
}

/// <summary>Milliseconds since 1970-01-01, of whole days.</summary>
public sealed class Date64Array(ArrayData data) : PrimitiveArray<long>(data, ArrowTypeId.Date64)
{
    /// <summary>Null at a null; a part of a day is dropped.</summary>
    /// <exception cref="InvalidArrowException">The date is not in years 1 to 9999.</exception>
    public DateOnly? GetDateOnly(int index)
    {
        if (GetValue(index) is not { } milliseconds)
            return null;
        (long days, long rest) = Math.DivRem(milliseconds, Calendar.MillisecondsADay);
        return Calendar.Date(rest < 0 ? days - 1 : days);
    }

    public sealed class Builder() : PrimitiveArrayBuilder<long, Date64Array, Builder>(Date64Type.Default)
    {
        public Builder Append(DateOnly date) => Append(Calendar.Days(date) * Calendar.MillisecondsADay);
    }
}
