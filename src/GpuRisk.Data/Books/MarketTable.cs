using GpuRisk.Domain.Market;

namespace GpuRisk.Data.Books;

/// <summary>
/// The market entries that were read. A row with a bad value keeps its key, with NaN for the value, so that it is not
/// reported as missing too; such a book is refused.
/// </summary>
internal sealed class MarketTable(string file)
{
    /// <summary>The name of the file, for messages.</summary>
    public string File => file;

    public Dictionary<string, double> Spots { get; } = new(StringComparer.Ordinal);

    public Dictionary<ForwardKey, double> Forwards { get; } = [];

    public Dictionary<string, double> Volatilities { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, double> Rates { get; } = new(StringComparer.Ordinal);

    /// <summary>False where an entry's key could not be read: what is not here may then be that entry, and is not reported.</summary>
    public bool HasEveryKey { get; set; }
}
