namespace GpuRisk.Data.Venues.Deribit;

/// <summary>Why a row cannot be an option of the book, and how many there are for each reason.</summary>
internal sealed class LeftOutCounts(DateTimeOffset asOf, IReadOnlyList<string> currencies)
{
    private readonly SortedDictionary<string, int> counts = new(StringComparer.Ordinal);

    public IReadOnlyList<LeftOutRows> Rows => [.. counts.Select(c => new LeftOutRows(c.Key, c.Value))];

    /// <summary>True where the row can be used; otherwise its first reason is counted.</summary>
    public bool Admits(ChainRow row)
    {
        if (Reason(row) is not { } reason)
            return true;
        counts[reason] = counts.GetValueOrDefault(reason) + 1;
        return false;
    }

    private string? Reason(ChainRow row) => row switch
    {
        _ when currencies.Count > 0 && !currencies.Contains(row.Currency) => "currency not asked for",
        _ when row.Terms.Expiry <= asOf => "expired",
        { Volatility: double.NaN } => "no implied volatility",
        { Volatility: 0 } => "zero implied volatility",
        { Mark: double.NaN } => "no mark price",
        { Forward: double.NaN } => "no forward price",
        { Index: double.NaN } => "no index price",
        _ => null,
    };
}
