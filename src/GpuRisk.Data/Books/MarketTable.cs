using GpuRisk.Domain.Market;

namespace GpuRisk.Data.Books;

/// <summary>
/// The market entries that were read. A row with a bad value keeps its key, with NaN for the value, so that it is not
/// reported as missing too; such a book is refused.
/// </summary>
internal sealed class MarketTable
{
    public Dictionary<string, double> Spots { get; } = new(StringComparer.Ordinal);

    public Dictionary<ForwardKey, double> Forwards { get; } = [];

    public Dictionary<string, double> Volatilities { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, double> Rates { get; } = new(StringComparer.Ordinal);

    /// <summary>False where there was no table: nothing is then missing from it.</summary>
    public bool IsRead { get; set; }
}
