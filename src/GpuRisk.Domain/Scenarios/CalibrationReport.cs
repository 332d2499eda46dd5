using GpuRisk.Domain.Market;

namespace GpuRisk.Domain.Scenarios;

/// <summary>How one factor was calibrated.</summary>
public sealed record FactorCalibration
{
    public required FactorId Factor { get; init; }

    /// <summary>Volatility of a day, floor applied.</summary>
    public required double Volatility { get; init; }

    /// <summary>The rule in words, such as <c>EWMA 0.97</c> or <c>GARCH(1,1)</c>, fall-back included.</summary>
    public required string Rule { get; init; }

    /// <summary>GARCH(1,1): omega, alpha, beta; null under another rule.</summary>
    public GarchParameters? Garch { get; init; }

    /// <summary>The volatility that the floor asks for; null where there is none.</summary>
    public double? Floor { get; init; }

    /// <summary>One-day returns that the volatility rests on, proxied ones included.</summary>
    public required int Returns { get; init; }

    /// <summary>Of these, those that a proxy gave.</summary>
    public int ProxiedReturns { get; init; }

    /// <summary>The end of the first of them; null where there is none.</summary>
    public DateOnly? First { get; init; }

    public DateOnly? Last { get; init; }

    /// <summary>Of the factor's marginal law; null where it is not Student's.</summary>
    public double? DegreesOfFreedom { get; init; }

    /// <summary>The proxy in words: beta, factor, residual; null where there is none.</summary>
    public string? Proxy { get; init; }
}

/// <summary>sigma_t^2 = omega + alpha (r_{t-1} - mu)^2 + beta sigma_{t-1}^2.</summary>
public sealed record GarchParameters(double Mean, double Omega, double Alpha, double Beta, double LogLikelihood);

/// <summary>What was done to a correlation matrix that was not positive definite.</summary>
public sealed record CorrelationRepairRecord(double SmallestEigenvalueBefore, double FrobeniusDistance, int Iterations);

/// <summary>Standardised returns of a factor, ascending, beside the quantiles that the model's law puts there.</summary>
/// <param name="Law">The model's law of the factor in words, such as <c>Student t, 4.2 degrees of freedom</c>.</param>
public sealed record QuantilePlot(FactorId Factor, string Law, IReadOnlyList<double> Expected, IReadOnlyList<double> Observed);

/// <summary>What a calibration did, for people: in the model's file, in a result and in its report.</summary>
public sealed record CalibrationReport
{
    public required string Model { get; init; }

    /// <summary>One a factor of the model, in its order.</summary>
    public required IReadOnlyList<FactorCalibration> Factors { get; init; }

    /// <summary>Row-major, after stress and repair; for models of historical changes the sample's.</summary>
    public required IReadOnlyList<double> Correlation { get; init; }

    /// <summary>How the correlation was estimated, in words.</summary>
    public required string CorrelationRule { get; init; }

    /// <summary>nu of a Student-t model or of its copula.</summary>
    public double? DegreesOfFreedom { get; init; }

    /// <summary>Null where nothing was repaired.</summary>
    public CorrelationRepairRecord? Repair { get; init; }

    /// <summary>One-day returns used for the dependence.</summary>
    public required int Returns { get; init; }

    public DateOnly? First { get; init; }

    public DateOnly? Last { get; init; }

    /// <summary>Rules used, returns left out, repairs made: one sentence each.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>What looks wrong in the history; each names factor and dates.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>Of the factor that fits its law worst; null for models without a law.</summary>
    public QuantilePlot? WorstFit { get; init; }
}
