using GpuRisk.Data.Input;
using GpuRisk.Domain.Input;

namespace GpuRisk.Data.Books;

/// <summary>A book's folder, and which file each table is. One that is not there has its CSV name.</summary>
internal sealed class BookFolder
{
    private readonly string folder;

    private BookFolder(string folder, Func<string, string> nameOf)
    {
        this.folder = folder;
        Instruments = nameOf(BookFiles.Instruments);
        Positions = nameOf(BookFiles.Positions);
        Market = nameOf(BookFiles.Market);
        History = nameOf(BookFiles.History);
        Correlation = nameOf(BookFiles.Correlation);
        Haircuts = nameOf(BookFiles.Haircuts);
        Collateral = nameOf(BookFiles.Collateral);
    }

    public string Instruments { get; }

    public string Positions { get; }

    public string Market { get; }

    public string History { get; }

    public string Correlation { get; }

    public string Haircuts { get; }

    public string Collateral { get; }

    /// <exception cref="InvalidInputException">There is no folder of that name.</exception>
    public static void Require(string folder)
    {
        if (Directory.Exists(folder))
            return;
        string problem = File.Exists(folder) ? "this is a file" : "the folder is missing";
        throw new InvalidInputException(new InputProblem(folder, 1, 1, $"{problem}; the folder of a book, with {BookFiles.Settings} in it, is expected"));
    }

    /// <summary>A table that is there in both forms is a problem, for one of the two would be left out in silence.</summary>
    public static BookFolder Open(string folder, ProblemList problems) => new(folder, csv =>
    {
        string arrow = BookFiles.InArrow(csv);
        if (!Path.Exists(Path.Combine(folder, arrow)))
            return csv;
        if (!Path.Exists(Path.Combine(folder, csv)))
            return arrow;
        problems.Of(csv).Add($"the table is there twice, as {csv} and as {arrow}; one of the two is expected");
        return csv;
    });

    /// <summary>The tables to be read, in their order: those that a book needs, and of the others those that are there.</summary>
    public IEnumerable<string> Tables =>
        [Instruments, Positions, Market, History, .. new[] { Correlation, Haircuts, Collateral }.Where(Has)];

    public string PathOf(string file) => Path.Combine(folder, file);

    public bool Has(string file) => Path.Exists(PathOf(file));
}
