namespace GpuRisk.Data.Venues.Deribit;

/// <summary>What an import read, used and left out.</summary>
public sealed record DeribitSummary
{
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>Rows of the chain file.</summary>
    public required int RowsRead { get; init; }

    /// <summary>Rows that became an option of the book; with <see cref="LeftOut"/> they make up <see cref="RowsRead"/>.</summary>
    public required int RowsUsed { get; init; }

    /// <summary>Rows left out, by reason; reasons that no row had are not listed.</summary>
    public required IReadOnlyList<LeftOutRows> LeftOut { get; init; }

    /// <summary>In the order of the file.</summary>
    public required IReadOnlyList<CurrencySummary> Currencies { get; init; }

    /// <summary>The venue's mark of every option of the book.</summary>
    public required IReadOnlyList<InstrumentMark> Marks { get; init; }

    /// <summary>Rules applied and oddities met, a sentence each.</summary>
    public required IReadOnlyList<string> Notes { get; init; }
}

/// <param name="Reason">Such as <c>no implied volatility</c>.</param>
public sealed record LeftOutRows(string Reason, int Rows);

/// <param name="Index">Median index price of the currency's rows.</param>
/// <param name="IndexSpread">(largest - smallest) / median of the index prices.</param>
/// <param name="OpenInterest">Of the options used, in coin.</param>
public sealed record CurrencySummary(
    string Currency, int Options, int Expiries, int Futures, double Index, double IndexSpread, double OpenInterest);

/// <param name="Price">The venue's mark in coin.</param>
public readonly record struct InstrumentMark(string Instrument, double Price);
