using GpuRisk.Domain.Instruments;
using GpuRisk.Domain.Market;
using GpuRisk.Domain.Settings;

namespace GpuRisk.Domain.Portfolios;

/// <summary>Everything a run needs: instruments, positions, the market, the history and the settings.</summary>
/// <remarks>A book may hold a file open, that of its positions, until it is disposed.</remarks>
public sealed class Book : IDisposable
{
    public required string Name { get; init; }

    /// <summary>The reporting currency, in which every linear contract settles.</summary>
    public required string Currency { get; init; }

    public required IReadOnlyList<Instrument> Instruments { get; init; }

    public required PositionTable Positions { get; init; }

    public required MarketSnapshot Market { get; init; }

    public required FactorHistory History { get; init; }

    /// <summary>Replaces the sample correlation where given.</summary>
    public CorrelationTable? Correlation { get; init; }

    /// <summary>A pair of account and asset at most once; null where the book has no collateral.</summary>
    public IReadOnlyList<CollateralHolding>? Collateral { get; init; }

    /// <summary>One an asset. The book's currency counts in full without one; every other asset held as collateral has one.</summary>
    public IReadOnlyList<HaircutSchedule>? Haircuts { get; init; }

    public required BookSettings Settings { get; init; }

    /// <summary>The same book under other settings. Both have the same positions, and disposing one disposes those of both.</summary>
    public Book WithSettings(BookSettings settings) => new()
    {
        Name = Name,
        Currency = Currency,
        Instruments = Instruments,
        Positions = Positions,
        Market = Market,
        History = History,
        Correlation = Correlation,
        Collateral = Collateral,
        Haircuts = Haircuts,
        Settings = settings,
    };

    public void Dispose() => Positions.Dispose();
}
