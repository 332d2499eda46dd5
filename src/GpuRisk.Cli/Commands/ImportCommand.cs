using System.CommandLine;
using GpuRisk.Cli.Output;
using GpuRisk.Data.Books;
using GpuRisk.Data.Venues.Deribit;
using GpuRisk.Domain.Portfolios;
using GpuRisk.Domain.Settings;
using GpuRisk.Simulation.Revaluation;
using Spectre.Console;

namespace GpuRisk.Cli.Commands;

/// <summary><c>gpurisk import deribit CHAIN --out DIR</c>: a venue's files become a book.</summary>
internal sealed class ImportCommand
{
    private readonly Argument<string> chain = PathName.Argument("chain", "A snapshot of option chains, CSV.");

    private readonly Option<string[]> histories = new("--history")
    {
        Description = "A file of daily levels for a factor, once for each: spot:BTC=BTC-USD.csv, vol:BTC=dvol.json.",
        HelpName = "FACTOR=FILE",
        Required = true,
    };

    private readonly Option<string?> output = PathName.Option("--out", "Where the book is written; must be new or empty.", "DIR", required: true);

    private readonly Option<int?> accounts = WholeNumber.Option("--accounts", "Accounts to draw by open interest; by default 100", 1, 10_000_000);

    private readonly Option<ulong?> seed = WholeNumber.Seed("--seed", "Seed of the accounts; by default 1");

    private readonly Option<string[]> currencies = new("--currency") { Description = "Take this currency only; once for each.", HelpName = "NAME" };

    private readonly Option<string?> missing = Word.Option("--missing", "What to do with missing days of the histories; by default reject.", "reject", "drop");

    private ImportCommand(Command command)
    {
        command.Arguments.Add(chain);
        foreach (Option option in new Option[] { histories, output, accounts, seed, currencies, missing })
            command.Options.Add(option);
        command.SetAction((parsed, cancellation) => Task.FromResult(Execute(parsed, cancellation)));
    }

    public static Command Create()
    {
        var deribit = new Command("deribit", "Option chains and daily histories of Deribit.");
        _ = new ImportCommand(deribit);
        return new Command("import", "Turn a venue's files into a book.") { deribit };
    }

    private int Execute(ParseResult parsed, CancellationToken cancellation)
    {
        List<HistorySource> sources = [];
        foreach (string text in parsed.GetValue(histories) ?? [])
        {
            sources.Add(HistorySource.TryParse(text, out HistorySource? source)
                ? source
                : throw new UsageException($"--history {text} is not understood; expected FACTOR=FILE, such as spot:BTC=BTC-USD.csv."));
        }
        (Book book, DeribitSummary summary) = DeribitImport.Read(new DeribitSources
        {
            ChainFile = parsed.GetValue(chain)!,
            Histories = sources,
            Currencies = parsed.GetValue(currencies) ?? [],
            Accounts = parsed.GetValue(accounts) ?? 100,
            Seed = parsed.GetValue(seed) ?? 1,
            Missing = parsed.GetValue(missing) == "drop" ? MissingRule.Drop : MissingRule.Reject,
        });
        cancellation.ThrowIfCancellationRequested();
        BookWriter.Write(book, parsed.GetValue(output)!);
        Print(book, summary, parsed.GetValue(output)!);
        return ExitCode.Done;
    }

    private static void Print(Book book, DeribitSummary summary, string folder)
    {
        IAnsiConsole console = Screen.Create();
        Table table = Screen.Table("Currency", "Options", "Expiries", "Futures", "Index USD", "Open interest");
        foreach (CurrencySummary c in summary.Currencies)
            table.Add(c.Currency, Figures.Whole(c.Options), Figures.Whole(c.Expiries), Figures.Whole(c.Futures), Figures.Money(c.Index), Figures.Money(c.OpenInterest));
        console.WriteWhole(table);
        console.Line($"rows          {Figures.Whole(summary.RowsRead)} read, {Figures.Whole(summary.RowsUsed)} used");
        foreach (LeftOutRows left in summary.LeftOut)
            console.Line($"left out      {Figures.Whole(left.Rows)}: {left.Reason}");
        foreach (string note in summary.Notes)
            console.Line("note          " + note);
        MarkComparison marks = MarkComparison.Of(
            summary.Marks, InstrumentValues.Of(book).ToDictionary(v => v.Instrument, v => v.Value, StringComparer.Ordinal));
        console.Line($"marks         {Figures.Whole(marks.Count)} compared, |value - mark| in coin: median {Figures.Coin(marks.Median)}, 99 % {Figures.Coin(marks.P99)}, largest {Figures.Coin(marks.Max)} ({marks.Worst})");
        console.Line($"book          {folder}: {Figures.Whole(book.Positions.Accounts.Count)} accounts, {Figures.Whole(book.Instruments.Count)} instruments, {Figures.Whole(book.Positions.Count)} positions");
    }
}
