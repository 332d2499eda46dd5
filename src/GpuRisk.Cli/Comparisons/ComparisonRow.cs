using GpuRisk.Domain.Measures;

namespace GpuRisk.Cli.Comparisons;

/// <summary>One run of a comparison.</summary>
internal sealed record ComparisonRow
{
    /// <summary>As <c>--accelerator</c> takes it.</summary>
    public required string Accelerator { get; init; }

    public required string Description { get; init; }

    public required string Precision { get; init; }

    /// <summary>Whether the device passed its self-test; null where it could not be opened.</summary>
    public bool? BitExact { get; init; }

    /// <summary>Compiling and loading the kernels.</summary>
    public double BuildSeconds { get; init; } = double.NaN;

    /// <summary>The stages of the run; its total without reading, calibrating and building.</summary>
    public StageSeconds? Seconds { get; init; }

    public double PricesPerSecond { get; init; } = double.NaN;

    /// <summary>Null where the run failed.</summary>
    public string? Digest { get; init; }

    /// <summary>Largest difference of any figure from the first row, in units of the last place.</summary>
    public ulong? Ulps { get; init; }

    /// <summary>As <see cref="Ulps"/>, in the book's currency; NaN where the run failed.</summary>
    public double Difference { get; init; } = double.NaN;

    /// <summary>Whether the digest is that of the first row of the same precision.</summary>
    public bool? Equal { get; init; }

    /// <summary>Why there are no figures, or null.</summary>
    public string? Failure { get; init; }
}

/// <summary>A book on several devices and precisions.</summary>
/// <param name="Contradictions">A line for each row that claims to be bit-exact and differs from another that does.</param>
internal sealed record ComparisonResult(
    string Book, string Currency, string Model, int Scenarios, ulong Seed, double LoadSeconds, double CalibrateSeconds, IReadOnlyList<ComparisonRow> Rows,
    IReadOnlyList<string> Contradictions)
{
    public bool IsSound => Contradictions.Count == 0 && Rows.All(row => row.Failure is null);
}
