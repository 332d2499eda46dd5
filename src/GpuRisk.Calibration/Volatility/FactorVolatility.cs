using GpuRisk.Domain.Scenarios;

namespace GpuRisk.Calibration.Volatility;

/// <summary>The volatility of one factor's one-day returns, mean taken as zero: today's, that of every day before, and how it goes on.</summary>
public sealed record FactorVolatility
{
    /// <summary>Of the day after the last return, floor applied. 0 for a factor that never moved and has no floor.</summary>
    public required double Today { get; init; }

    /// <summary>
    /// The volatility known before each return, one a return of all that were given; floor not applied. EWMA and GARCH(1,1): by their
    /// recursions. Equal weights: the same throughout. 0 only where a factor never moved.
    /// </summary>
    public required IReadOnlyList<double> Path { get; init; }

    /// <summary>Of the one-day recursion sigma'^2 = Omega + Alpha r^2 + Beta sigma^2. Equal weights: 0, 0, 1. EWMA: 0, 1 - lambda, lambda.</summary>
    public required double Omega { get; init; }

    public required double Alpha { get; init; }

    public required double Beta { get; init; }

    /// <summary>In words, such as <c>EWMA 0.97</c> or <c>GARCH(1,1)</c>; a fall-back and a floor that binds included.</summary>
    public required string Rule { get; init; }

    /// <summary>The least that <see cref="Today"/> may be; null where the settings ask for none.</summary>
    public double? Floor { get; init; }

    /// <summary>One-day returns that <see cref="Today"/> rests on: those within the lookback.</summary>
    public required int Returns { get; init; }

    /// <summary>The end of the first of them; null where there is none.</summary>
    public DateOnly? First { get; init; }

    public DateOnly? Last { get; init; }

    /// <summary>Null unless the rule is GARCH(1,1) and its fit succeeded.</summary>
    public GarchParameters? Garch { get; init; }
}

/// <summary>The volatilities of all factors.</summary>
/// <param name="Factors">One a factor of the returns, in their order.</param>
/// <param name="Notes">Groups with rules of their own, fits that failed, floors that bind: one sentence each. The rule of the rest is not among them.</param>
public sealed record VolatilityCalibration(IReadOnlyList<FactorVolatility> Factors, IReadOnlyList<string> Notes);
