using System.CommandLine;
using GpuRisk.Cli.Output;
using GpuRisk.Data.Conversion;

namespace GpuRisk.Cli.Commands;

/// <summary><c>gpurisk convert SOURCE TARGET</c>: a table or a whole book, from CSV to Arrow and back.</summary>
internal sealed class ConvertCommand
{
    private readonly Argument<string> source = PathName.Argument("source", "A table, .csv or .arrow; or the folder of a book.");

    private readonly Argument<string> target = PathName.Argument(
        "target", "The new file, whose extension .csv or .arrow tells the format; or the book's new folder, which must be new or empty.");

    private readonly Option<string?> format = Word.Option("--to", "The format of every table; for a folder.", "arrow", "csv");

    private ConvertCommand(Command command)
    {
        command.Arguments.Add(source);
        command.Arguments.Add(target);
        command.Options.Add(format);
        command.SetAction((parsed, cancellation) => Task.FromResult(Execute(parsed, cancellation)));
    }

    public static Command Create()
    {
        var command = new Command("convert", "Convert a table or a whole book from CSV to Arrow and back. No number loses a digit.");
        _ = new ConvertCommand(command);
        return command;
    }

    private int Execute(ParseResult parsed, CancellationToken cancellation)
    {
        string from = parsed.GetValue(source)!, to = parsed.GetValue(target)!;
        IReadOnlyList<ConvertedTable> converted = Directory.Exists(from)
            ? BookConversion.ConvertBook(from, to, FormatOfFolder(from, parsed.GetValue(format)), cancellation)
            : [ConvertTable(from, to, parsed.GetValue(format), cancellation)];
        foreach (ConvertedTable table in converted)
            Console.Out.WriteLine($"{ErrorLines.Shown(table.File)}: {Figures.Whole(table.Rows)} {(table.Rows == 1 ? "row" : "rows")}");
        return ExitCode.Done;
    }

    private static TableFormat FormatOfFolder(string folder, string? word) => word switch
    {
        "arrow" => TableFormat.Arrow,
        "csv" => TableFormat.Csv,
        _ => throw new UsageException($"{folder} is a folder: expected --to arrow or --to csv."),
    };

    private static ConvertedTable ConvertTable(string from, string to, string? word, CancellationToken cancellation)
    {
        if (word is not null)
            throw new UsageException($"--to {word}: expected with the folder of a book alone; the extension of {to} tells the format.");
        if (Path.GetExtension(to).ToLowerInvariant() is not (".csv" or ".arrow"))
            throw new UsageException($"{to}: expected a name that ends in .csv or .arrow.");
        return BookConversion.ConvertTable(from, to, cancellation);
    }
}
