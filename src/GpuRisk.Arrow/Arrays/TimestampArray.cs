using GpuRisk.Arrow.Types;

namespace GpuRisk.Arrow;

/// <summary>Counts of the type's unit since 1970-01-01T00:00:00.</summary>
public sealed class TimestampArray(ArrayData data) : PrimitiveArray<long>(data, ArrowTypeId.Timestamp)
{
    /// <summary>As an instant in UTC, whatever the zone; null at a null. Nanoseconds are cut down to a multiple of 100.</summary>
    /// <exception cref="InvalidArrowException">The instant is not in years 1 to 9999.</exception>
    public DateTimeOffset? GetTimestamp(int index) =>
        GetValue(index) is { } count ? Calendar.Instant(count, ((TimestampType)Data.DataType).Unit) : null;

    public sealed class Builder(TimestampType type) : PrimitiveArrayBuilder<long, TimestampArray, Builder>(type)
    {
        /// <exception cref="ArgumentException">The instant is no whole number of the type's unit.</exception>
        public Builder Append(DateTimeOffset instant) => Append(Calendar.Count(instant, type.Unit));
    }
}
