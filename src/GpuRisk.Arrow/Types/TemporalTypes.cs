namespace GpuRisk.Arrow.Types;

/// <summary>What a temporal value counts.</summary>
public enum TimeUnit
{
    Second,
    Millisecond,
    Microsecond,
    Nanosecond,
}

/// <summary>Days since 1970-01-01.</summary>
public sealed record Date32Type : FixedWidthType
{
    public static Date32Type Default { get; } = new();

    public override ArrowTypeId TypeId => ArrowTypeId.Date32;

    public override string Name => "date32";

    public override int BitWidth => 32;

    public override string ToString() => Name;
}

/// <summary>Milliseconds since 1970-01-01, of whole days.</summary>
public sealed record Date64Type : FixedWidthType
{
    public static Date64Type Default { get; } = new();

    public override ArrowTypeId TypeId => ArrowTypeId.Date64;

    public override string Name => "date64";

    public override int BitWidth => 64;

    public override string ToString() => Name;
}

/// <summary>Time since midnight.</summary>
/// <param name="Unit">Seconds or milliseconds.</param>
public sealed record Time32Type(TimeUnit Unit) : FixedWidthType
{
    public override ArrowTypeId TypeId => ArrowTypeId.Time32;

    public override string Name => "time32";

    public override int BitWidth => 32;

    public override string ToString() => $"{Name}[{Unit}]";
}

/// <summary>Time since midnight.</summary>
/// <param name="Unit">Microseconds or nanoseconds.</param>
public sealed record Time64Type(TimeUnit Unit) : FixedWidthType
{
    public override ArrowTypeId TypeId => ArrowTypeId.Time64;

    public override string Name => "time64";

    public override int BitWidth => 64;

    public override string ToString() => $"{Name}[{Unit}]";
}

/// <summary>A length of time, of no date.</summary>
public sealed record DurationType(TimeUnit Unit) : FixedWidthType
{
    public override ArrowTypeId TypeId => ArrowTypeId.Duration;

    public override string Name => "duration";

    public override int BitWidth => 64;

    public override string ToString() => $"{Name}[{Unit}]";
}

/// <summary>Units since 1970-01-01T00:00:00: UTC where a zone is given, else by a clock that nobody names.</summary>
/// <param name="Timezone">For printing: an IANA name or an offset such as <c>+07:30</c>; null for none.</param>
public sealed record TimestampType(TimeUnit Unit, string? Timezone) : FixedWidthType
{
    public override ArrowTypeId TypeId => ArrowTypeId.Timestamp;

    public override string Name => "timestamp";

    public override int BitWidth => 64;

    public override string ToString() => Timezone is null ? $"{Name}[{Unit}]" : $"{Name}[{Unit}, {Timezone}]";
}
