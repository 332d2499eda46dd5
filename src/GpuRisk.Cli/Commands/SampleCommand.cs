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
        var folder = PathName.Argument("folder", "Where the book is written; must be new or empty.");
        Option<int?> accounts = WholeNumber.Option("--accounts", $"Number of accounts; by default {size.Accounts}", 1, 10_000_000);
        Option<int?> instruments = WholeNumber.Option("--instruments", $"Number of instruments, at least ten an underlying; by default {size.Instruments}", 10, 1_000_000);
        Option<int?> days = WholeNumber.Option("--history", $"Days of history; by default {size.HistoryDays}", 30, 20_000);
        Option<int?> underlyings = WholeNumber.Option("--underlyings", $"Number of underlyings; by default {size.Underlyings}", 1, 1_000);
        Option<ulong?> seed = WholeNumber.Seed("--seed", $"Decides everything in the book; by default {size.Seed}");
        var command = new Command("sample", "Make a synthetic book: crashes in the history, option chains with a smile, accounts with known strategies.")
        {
            folder, accounts, instruments, days, underlyings, seed,
        };
        command.SetAction((parsed, cancellation) => Task.FromResult(Execute(
            parsed.GetValue(folder)!,
            new SampleSize(
                parsed.GetValue(accounts) ?? size.Accounts, parsed.GetValue(instruments) ?? size.Instruments, parsed.GetValue(days) ?? size.HistoryDays,
                parsed.GetValue(underlyings) ?? size.Underlyings, parsed.GetValue(seed) ?? size.Seed),
            cancellation)));
        return command;
    }

    private static int Execute(string folder, SampleSize size, CancellationToken cancellation)
    {
        // Each range is the option's own; what is left is how the sizes fit together.
        if (size.Violations.Count > 0)
            throw new UsageException("--instruments and --underlyings do not fit together: " + string.Join(" ", size.Violations));
        Book book = SampleBook.Make(size);
        cancellation.ThrowIfCancellationRequested();
        BookWriter.Write(book, folder);
        Console.Out.WriteLine(
            $"{ErrorLines.Shown(folder)}: {Figures.Whole(book.Positions.Accounts.Count)} accounts, {Figures.Whole(book.Instruments.Count)} instruments, {Figures.Whole(book.Positions.Count)} positions, {Figures.Whole(book.History.Dates.Count)} days of {book.History.Factors.Count} factors, seed {size.Seed}");
        return ExitCode.Done;
    }
}
