namespace GpuRisk.Data.Books;

/// <summary>The files of a book and the header of each table.</summary>
public static class BookFiles
{
    public const string Settings = "book.json";

    public const string Instruments = "instruments.csv";

    public const string Positions = "positions.csv";

    public const string Market = "market.csv";

    public const string History = "history.csv";

    /// <summary>Optional.</summary>
    public const string Correlation = "correlation.csv";

    /// <summary>Optional; needed where collateral other than the book's currency is held.</summary>
    public const string Haircuts = "haircuts.csv";

    /// <summary>Optional.</summary>
    public const string Collateral = "collateral.csv";

    /// <summary>All of them, in the order in which they are read and their problems are listed.</summary>
    public static IReadOnlyList<string> All { get; } = [Settings, Instruments, Positions, Market, History, Correlation, Haircuts, Collateral];

    internal static readonly string[] InstrumentColumns =
        ["instrument", "kind", "underlying", "expiry", "strike", "right", "multiplier", "reference"];

    internal static readonly string[] PositionColumns = ["account", "instrument", "quantity"];

    internal static readonly string[] MarketColumns = ["quantity", "name", "expiry", "value"];

    internal static readonly string[] HaircutColumns = ["asset", "from", "to", "haircut"];

    internal static readonly string[] CollateralColumns = ["account", "asset", "quantity"];
}
