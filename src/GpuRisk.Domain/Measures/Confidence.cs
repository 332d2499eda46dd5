using System.Globalization;

namespace GpuRisk.Domain.Measures;

/// <summary>
/// A confidence level in (0, 1), such as 0.99: the probability that the loss stays within VaR. A decimal, so that
/// c n is exact. Not to be confused with <see cref="TailProbability"/>.
/// </summary>
public readonly record struct Confidence : IComparable<Confidence>
{
    public Confidence(decimal value)
    {
        if (value is <= 0m or >= 1m)
            throw new ArgumentOutOfRangeException(nameof(value), value, "A confidence level lies strictly between 0 and 1.");
        Value = value;
    }

    public decimal Value { get; }

    /// <summary>1 - c.</summary>
    public TailProbability Tail => new(1m - Value);

    public int CompareTo(Confidence other) => Value.CompareTo(other.Value);

    public static bool operator <(Confidence a, Confidence b) => a.Value < b.Value;

    public static bool operator >(Confidence a, Confidence b) => a.Value > b.Value;

    public static bool operator <=(Confidence a, Confidence b) => a.Value <= b.Value;

    public static bool operator >=(Confidence a, Confidence b) => a.Value >= b.Value;

    /// <summary>As a percentage: <c>99 %</c>, <c>97.5 %</c>.</summary>
    public override string ToString() => (Value * 100m).ToString("0.############", CultureInfo.InvariantCulture) + " %";
}

/// <summary>A tail probability in (0, 1), such as 0.01: one minus a <see cref="Confidence"/>.</summary>
public readonly record struct TailProbability
{
    public TailProbability(decimal value)
    {
        if (value is <= 0m or >= 1m)
            throw new ArgumentOutOfRangeException(nameof(value), value, "A tail probability lies strictly between 0 and 1.");
        Value = value;
    }

    public decimal Value { get; }
}
