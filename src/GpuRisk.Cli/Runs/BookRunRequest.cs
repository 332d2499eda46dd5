using GpuRisk.Data.Models;
using GpuRisk.Data.Results;
using GpuRisk.Domain.Measures;
using GpuRisk.Domain.Settings;

namespace GpuRisk.Cli.Runs;

/// <summary>What to run, and what replaces the book's own settings.</summary>
internal sealed record BookRunRequest
{
    public required string Folder { get; init; }

    /// <summary>A file of outside scenarios, or null.</summary>
    public string? ShocksFile { get; init; }

    /// <summary>The file of a model, or null: it is calibrated from the book.</summary>
    public string? ModelFile { get; init; }

    public Func<BookSettings, BookSettings> Override { get; init; } = static settings => settings;

    /// <summary>Options given on the command line, for the manifest.</summary>
    public IReadOnlyDictionary<string, string> Options { get; init; } = new Dictionary<string, string>();

    /// <summary>The accounts that will be printed; empty: all. A name that is none of the book's is refused before the run.</summary>
    public string[] Accounts { get; init; } = [];

    /// <summary>Whether the Greeks are computed too.</summary>
    public bool Greeks { get; init; } = true;

    /// <summary>Of how many accounts, largest margin first, the whole distribution of losses is kept for the report.</summary>
    public int Distributions { get; init; } = 3;
}

/// <summary>A run that is done, and where its figures come from.</summary>
/// <param name="Model">Null where scenarios were given.</param>
internal sealed record FinishedRun(RunResult Result, RunProvenance Provenance, ModelFile? Model);
