using GpuRisk.Data.Results;
using GpuRisk.Domain.Measures;
using GpuRisk.Domain.Settings;
using GpuRisk.Simulation;

namespace GpuRisk.Cli.Runs;

/// <summary>What to run, and what replaces the book's own settings.</summary>
internal sealed record BookRunRequest
{
    public required string Folder { get; init; }

    /// <summary>A file of outside scenarios, or null.</summary>
    public string? ShocksFile { get; init; }

    public Func<BookSettings, BookSettings> Override { get; init; } = static settings => settings;

    /// <summary>Options given on the command line, for the manifest.</summary>
    public IReadOnlyDictionary<string, string> Options { get; init; } = new Dictionary<string, string>();

    /// <summary>The accounts that will be printed; empty: all. A name that is none of the book's is refused before the run.</summary>
    public string[] Accounts { get; init; } = [];

    public PlanOptions Plan { get; init; } = new();
}

/// <summary>A run that is done, and where its figures come from.</summary>
internal sealed record FinishedRun(RunResult Result, RunProvenance Provenance);
