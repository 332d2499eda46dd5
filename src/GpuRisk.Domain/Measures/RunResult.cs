using GpuRisk.Domain.Scenarios;

namespace GpuRisk.Domain.Measures;

/// <summary>All losses of one account, scenario by scenario.</summary>
public sealed record LossDistribution(string Account, IReadOnlyList<double> Losses);

/// <summary>An instrument that could not be priced, and why.</summary>
public sealed record PricingFailure(string Instrument, string Reason);

/// <summary>Wall-clock seconds of each stage.</summary>
public sealed record StageSeconds
{
    public double Load { get; init; }

    public double Calibrate { get; init; }

    /// <summary>Opening the device: its driver, building the kernels, the self-test.</summary>
    public double Open { get; init; }

    public double Scenarios { get; init; }

    public double Revaluation { get; init; }

    public double Aggregation { get; init; }

    public double Tail { get; init; }

    /// <summary>VaR, ES and margin of every account from its tail.</summary>
    public double Measures { get; init; }

    /// <summary>Replay of the tails, components, and the distributions that are kept.</summary>
    public double Attribution { get; init; }

    /// <summary>Greeks of instruments and accounts.</summary>
    public double Greeks { get; init; }

    /// <summary>From the first byte read to the last figure, attribution included.</summary>
    public double Total { get; init; }
}

/// <summary>What a run computed, and how.</summary>
public sealed record RunResult
{
    public required string Book { get; init; }

    public required DateTimeOffset AsOf { get; init; }

    public required string Currency { get; init; }

    /// <summary>The device and lane type that computed, such as <c>cpu (AVX-512, 2 threads)</c>.</summary>
    public required string Accelerator { get; init; }

    public required string Precision { get; init; }

    /// <summary>The scenario model's name, such as <c>gaussian-ewma</c> or <c>historical</c>.</summary>
    public required string Model { get; init; }

    public ScenarioOrigin Origin { get; init; } = ScenarioOrigin.Drawn;

    public required int Scenarios { get; init; }

    public required ulong Seed { get; init; }

    /// <summary>How scenarios were drawn, in words, such as <c>quasi-random, 16 randomisations</c>.</summary>
    public string Sampling { get; init; } = "plain";

    public required int HorizonDays { get; init; }

    public required int Instruments { get; init; }

    public required int Positions { get; init; }

    public required Confidence MarginConfidence { get; init; }

    public required double ModelRiskMultiple { get; init; }

    /// <summary>In the order of the book.</summary>
    public required IReadOnlyList<AccountRisk> Accounts { get; init; }

    /// <summary>Instruments left out of every total; empty in a complete run.</summary>
    public required IReadOnlyList<PricingFailure> Failures { get; init; }

    /// <summary>What was said about the input and the calibration: rules used, repairs made.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>How the model came about; null where scenarios were given by a file.</summary>
    public CalibrationReport? Calibration { get; init; }

    /// <summary>Null where they were not asked for.</summary>
    public BookGreeks? Greeks { get; init; }

    /// <summary>The accounts with the largest margin.</summary>
    public required IReadOnlyList<LossDistribution> Distributions { get; init; }

    public required StageSeconds Seconds { get; init; }

    public required double PricesPerSecond { get; init; }

    public bool IsComplete => Failures.Count == 0;

    /// <summary>Whether the book has collateral, against which the margins stand.</summary>
    public bool HasCollateral => Accounts.Any(account => account.Collateral is not null);
}
