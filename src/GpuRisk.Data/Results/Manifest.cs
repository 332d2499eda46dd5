using GpuRisk.Domain.Measures;
using GpuRisk.Domain.Settings;

namespace GpuRisk.Data.Results;

/// <summary>The book that a result was computed from.</summary>
/// <param name="Path">Absolute.</param>
public sealed record ManifestBook(string Name, string Path, DateTimeOffset AsOf, string Currency);

/// <summary>What an outsider needs to compute a result again and to see that it is the same: <c>manifest.json</c>.</summary>
public sealed record Manifest
{
    /// <summary>Names the layout of a result; it changes with every change of the manifest's members or of the tables.</summary>
    public const string Format = "gpurisk-result-3";

    /// <summary>The layout without models. Its manifest lacks their members alone, so that such a result can be verified; so with <see cref="FirstFormat"/>.</summary>
    public const string SecondFormat = "gpurisk-result-2";

    /// <summary>The layout with tables in CSV alone.</summary>
    public const string FirstFormat = "gpurisk-result-1";

    public required string Version { get; init; }

    /// <summary>False where an instrument could not be priced and is in no total.</summary>
    public required bool Complete { get; init; }

    /// <summary>See <see cref="ResultDigest"/>.</summary>
    public required string Digest { get; init; }

    public required ManifestBook Book { get; init; }

    public required IReadOnlyDictionary<string, string> Options { get; init; }

    public required BookSettings Settings { get; init; }

    /// <summary>The scenario model that was used.</summary>
    public required string Model { get; init; }

    /// <summary>The number of scenarios that were computed.</summary>
    public required int Scenarios { get; init; }

    /// <summary>Absolute path of the file of outside scenarios; null where there was none.</summary>
    public required string? ShocksFile { get; init; }

    /// <summary>Absolute path of the file of the model; null where it was calibrated from the book, or there was none.</summary>
    public required string? ModelFile { get; init; }

    public required string Accelerator { get; init; }

    public required string Precision { get; init; }

    public required IReadOnlyList<FileFingerprint> Inputs { get; init; }

    /// <summary>Every file of the result but the manifest itself, in ordinal order of names.</summary>
    public required IReadOnlyList<FileFingerprint> Outputs { get; init; }

    public required StageSeconds Seconds { get; init; }

    /// <summary>NaN where nothing was priced.</summary>
    public required double PricesPerSecond { get; init; }

    public required IReadOnlyList<PricingFailure> Failures { get; init; }

    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>The manifest of a result.</summary>
    public static Manifest Of(RunResult result, RunProvenance provenance, string digest, IReadOnlyList<FileFingerprint> outputs)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(provenance);
        return new Manifest
        {
            Version = provenance.Version,
            Complete = result.IsComplete,
            Digest = digest,
            Book = new ManifestBook(result.Book, System.IO.Path.GetFullPath(provenance.BookFolder), result.AsOf, result.Currency),
            Options = provenance.Options,
            Settings = provenance.Settings,
            Model = result.Model,
            Scenarios = result.Scenarios,
            ShocksFile = provenance.ShocksFile is { } shocks ? System.IO.Path.GetFullPath(shocks) : null,
            ModelFile = provenance.ModelFile is { } model ? System.IO.Path.GetFullPath(model) : null,
            Accelerator = result.Accelerator,
            Precision = result.Precision,
            Inputs = provenance.Inputs,
            Outputs = outputs,
            Seconds = result.Seconds,
            PricesPerSecond = result.PricesPerSecond,
            Failures = result.Failures,
            Notes = result.Notes,
        };
    }
}
