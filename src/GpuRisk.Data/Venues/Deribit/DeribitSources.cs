using System.Diagnostics.CodeAnalysis;
using GpuRisk.Domain.Market;
using GpuRisk.Domain.Settings;

namespace GpuRisk.Data.Venues.Deribit;

/// <summary>The venue's files, and how accounts are drawn, which no public file holds.</summary>
public sealed record DeribitSources
{
    /// <summary>One snapshot of option chains, CSV with a header: a row an option.</summary>
    public required string ChainFile { get; init; }

    /// <summary>A file of daily levels for each factor; <c>spot:X</c> for every currency of the chain.</summary>
    public IReadOnlyList<HistorySource> Histories { get; init; } = [];

    /// <summary>The currencies taken from the chain; empty: all.</summary>
    public IReadOnlyList<string> Currencies { get; init; } = [];

    /// <summary>Number of accounts drawn by open interest, at least 1.</summary>
    public int Accounts { get; init; } = 100;

    public ulong Seed { get; init; } = 1;

    /// <summary>What is done with days that the joined history lacks.</summary>
    public MissingRule Missing { get; init; } = MissingRule.Reject;

    public string Name { get; init; } = "deribit";
}

/// <summary>The file of a factor's daily levels, written <c>factor=path</c>: <c>spot:BTC=BTC-USD.csv</c>.</summary>
public sealed record HistorySource(FactorId Factor, string Path)
{
    public static bool TryParse(string text, [NotNullWhen(true)] out HistorySource? source)
    {
        source = null;
        int equals = text.IndexOf('=', StringComparison.Ordinal);
        if (equals < 0 || equals == text.Length - 1 || !FactorId.TryParse(text[..equals], out FactorId factor))
            return false;
        source = new HistorySource(factor, text[(equals + 1)..]);
        return true;
    }
}
