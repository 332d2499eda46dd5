using GpuRisk.Domain.Settings;

namespace GpuRisk.Data.Results;

/// <summary>What a manifest says beyond the figures: where they come from.</summary>
public sealed record RunProvenance
{
    public string Version { get; init; } = ProductVersion.Current;

    /// <summary>Recorded as an absolute path.</summary>
    public required string BookFolder { get; init; }

    /// <summary>The settings in force: those of the book with those of the command line over them.</summary>
    public required BookSettings Settings { get; init; }

    /// <summary>The options of the command by name, without dashes.</summary>
    public IReadOnlyDictionary<string, string> Options { get; init; } = new Dictionary<string, string>();

    /// <summary>The file of outside scenarios; null where there was none.</summary>
    public string? ShocksFile { get; init; }

    /// <summary>The file of the model; null where it was calibrated from the book, or there was none.</summary>
    public string? ModelFile { get; init; }

    /// <summary>Every file that was read, as it was when it was read; the file of scenarios or of the model last. See <see cref="FileFingerprint.OfBook"/>.</summary>
    public required IReadOnlyList<FileFingerprint> Inputs { get; init; }
}
