using GpuRisk.Data.Books;
using GpuRisk.Data.Folders;
using GpuRisk.Data.Input;
using GpuRisk.Data.Results;
using GpuRisk.Data.Tables;
using GpuRisk.Domain.Input;

namespace GpuRisk.Data.Conversion;

/// <summary>A table that was converted.</summary>
/// <param name="File">The name of the file that was written.</param>
public sealed record ConvertedTable(string File, int Rows);

/// <summary>
/// Converts tables between CSV and Arrow. Rows and columns keep their order, numbers their bits, names, instants and dates their values; what
/// becomes CSV is spelled as every table that is written: shortest numbers, instants in UTC.
/// </summary>
public static class BookConversion
{
    /// <summary>Converts one table, whose columns tell which it is; the extensions tell the formats. Written aside and renamed.</summary>
    /// <param name="target">New, in an existing folder.</param>
    /// <exception cref="InvalidInputException">Something is wrong with the table; all that is, up to 100 problems. Nothing is written.</exception>
    /// <exception cref="ResultFolderException">The target exists, or cannot be written.</exception>
    public static ConvertedTable ConvertTable(string source, string target, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(target);
        ProblemList problems = new();
        using StagedFile staged = StagedFile.Begin(target);
        TableFormat format = TableFile.IsArrow(target) ? TableFormat.Arrow : TableFormat.Csv;
        using TableConversion conversion = new(source, staged.Partial, format, problems.Of(source));
        int rows = conversion.Run(new Dictionary<string, IReadOnlyList<string>>(), cancellation);
        problems.ThrowIfAny();
        staged.Complete();
        return new ConvertedTable(Path.GetFileName(target), rows);
    }

    /// <summary>Converts every table of a book, and copies its <c>book.json</c>. Other files of the folder are left out. Written aside and renamed.</summary>
    /// <param name="target">New or empty, in an existing folder.</param>
    /// <returns>The tables that were written.</returns>
    /// <exception cref="InvalidInputException">Something is wrong with a table; all that is, up to 100 problems a file. Nothing is written.</exception>
    /// <exception cref="ResultFolderException">The target holds something, or cannot be written.</exception>
    public static IReadOnlyList<ConvertedTable> ConvertBook(string source, string target, TableFormat format, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(target);
        BookFolder.Require(source);
        ProblemList problems = new();
        BookHeader.Read(source, problems.Of(BookFiles.Settings));
        BookFolder folder = BookFolder.Open(source, problems);
        using StagedFolder staged = StagedFolder.Begin(
            target, static _ => "is not empty; a book is only written to a folder that is new or empty");
        List<ConvertedTable> converted = [];
        Dictionary<string, IReadOnlyList<string>> known = [];
        foreach (string file in folder.Tables)
        {
            string name = Path.ChangeExtension(file, format == TableFormat.Arrow ? TableFile.ArrowExtension : ".csv");
            using TableConversion conversion = new(folder.PathOf(file), Path.Combine(staged.Partial, name), format, problems.Of(file));
            converted.Add(new ConvertedTable(name, conversion.Run(known, cancellation)));
            // Positions whose dictionary is the table of instruments are read without translating it.
            if (file == folder.Instruments)
                known["instrument"] = conversion.TextsOf("instrument");
        }

        problems.ThrowIfAny();
        File.Copy(Path.Combine(source, BookFiles.Settings), Path.Combine(staged.Partial, BookFiles.Settings));
        staged.Complete();
        return converted;
    }
}
