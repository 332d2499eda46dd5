using System.CommandLine;
using GpuRisk.Cli.Output;
using GpuRisk.Data.Books;
using GpuRisk.Data.Samples;
using GpuRisk.Domain.Portfolios;

namespace GpuRisk.Cli.Commands;

/// <summary><c>gpurisk sample DIR</c>: a synthetic book of any size.</summary>
internal static class SampleCommand
{
    public static Command Create()
    {
        SampleSize size = SampleSize.Default;
        var folder = new Argument<string>("folder") { Description = "Where the book is written; must be new or empty." };
        Option<int?> accounts = WholeNumber.Option("--accounts", $"Number of accounts; by default {size.Accounts}.", 1, 10_000_000);
        Option<int?> instruments = WholeNumber.Option("--instruments", $"Number of instruments; by default {size.Instruments}.", 1, 10_000_000);
        Option<int?> days = WholeNumber.Option("--history", $"Days of history; by default {size.HistoryDays}.", 1, 10_000_000);
        Option<int?> underlyings = WholeNumber.Option("--underlyings", $"Number of underlyings; by default {size.Underlyings}.", 1, 10_000_000);
        Option<ulong?> seed = WholeNumber.Seed("--seed", $"Decides everything in the book; by default {size.Seed}.");
        var command = new Command("sample", "Make a synthetic book: crashes in the history, option chains with a smile, accounts with known strategies.")
        {
            folder, accounts, instruments, days, underlyings, seed,
        };
        command.SetAction((parsed, _) => Task.FromResult(Execute(
            parsed.GetValue(folder)!,
            new SampleSize(
                parsed.GetValue(accounts) ?? size.Accounts, parsed.GetValue(instruments) ?? size.Instruments, parsed.GetValue(days) ?? size.HistoryDays,
                parsed.GetValue(underlyings) ?? size.Underlyings, parsed.GetValue(seed) ?? size.Seed))));
        return command;
    }

    private static int Execute(string folder, SampleSize size)
    {
        if (size.Violations.Count > 0)
            throw new UsageException(string.Join(" ", size.Violations));
        Book book = SampleBook.Make(size);
        BookWriter.Write(book, folder);
        Console.Out.WriteLine(
            $"{folder}: {Figures.Whole(book.Positions.Accounts.Count)} accounts, {Figures.Whole(book.Instruments.Count)} instruments, {Figures.Whole(book.Positions.Count)} positions, {Figures.Whole(book.History.Dates.Count)} days of {book.History.Factors.Count} factors, seed {size.Seed}");
        return ExitCode.Done;
    }
}
