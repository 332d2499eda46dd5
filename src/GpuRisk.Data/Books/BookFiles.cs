using GpuRisk.Data.Tables;

namespace GpuRisk.Data.Books;

/// <summary>The files of a book and the columns of each table. A table may be <c>.arrow</c> in place of <c>.csv</c>.</summary>
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

    /// <summary>All of them, tables by their CSV names, in the order in which they are read and their problems are listed.</summary>
    public static IReadOnlyList<string> All { get; } = [Settings, Instruments, Positions, Market, History, Correlation, Haircuts, Collateral];

    internal static readonly TableColumn[] InstrumentColumns =
    [
        new("instrument", CellSort.Text), new("kind", CellSort.Text), new("underlying", CellSort.Text), new("expiry", CellSort.Instant),
        new("strike", CellSort.Number), new("right", CellSort.Text), new("multiplier", CellSort.Number), new("reference", CellSort.Number),
    ];

    internal static readonly TableColumn[] PositionColumns =
        [new("account", CellSort.Text), new("instrument", CellSort.Text), new("quantity", CellSort.Number)];

    internal static readonly TableColumn[] MarketColumns =
        [new("quantity", CellSort.Text), new("name", CellSort.Text), new("expiry", CellSort.Instant), new("value", CellSort.Number)];

    internal static readonly TableColumn[] HaircutColumns =
        [new("asset", CellSort.Text), new("from", CellSort.Number), new("to", CellSort.Number), new("haircut", CellSort.Number)];

    internal static readonly TableColumn[] CollateralColumns =
        [new("account", CellSort.Text), new("asset", CellSort.Text), new("quantity", CellSort.Number)];

    /// <summary>The first column of the history; a column a factor follows. So it is with the two tables below.</summary>
    internal static readonly TableColumn HistoryFirst = new("date", CellSort.Date);

    internal static readonly TableColumn CorrelationFirst = new("factor", CellSort.Text);

    internal static readonly TableColumn ShocksFirst = new("scenario", CellSort.Text);

    /// <summary>The files that a folder has, in the order in which they are read. Both forms of a table where both are there.</summary>
    public static IReadOnlyList<string> Present(string folder) =>
    [
        .. All.SelectMany(name => name == Settings ? [name] : (string[])[name, InArrow(name)])
            .Where(name => File.Exists(Path.Combine(folder, name))),
    ];

    internal static string InArrow(string csv) => Path.ChangeExtension(csv, TableFile.ArrowExtension);
}
