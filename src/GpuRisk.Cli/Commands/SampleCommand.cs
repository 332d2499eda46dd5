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
        var accounts = new Option<int>("--accounts") { Description = "Number of accounts.", DefaultValueFactory = _ => size.Accounts };
        var instruments = new Option<int>("--instruments") { Description = "Number of instruments.", DefaultValueFactory = _ => size.Instruments };
        var days = new Option<int>("--history") { Description = "Days of history.", DefaultValueFactory = _ => size.HistoryDays };
        var underlyings = new Option<int>("--underlyings") { Description = "Number of underlyings.", DefaultValueFactory = _ => size.Underlyings };
        var seed = new Option<ulong>("--seed") { Description = "Decides everything in the book.", DefaultValueFactory = _ => size.Seed };
        var command = new Command("sample", "Make a synthetic book: crashes in the history, option chains with a smile, accounts with known strategies.")
        {
            folder, accounts, instruments, days, underlyings, seed,
        };
        command.SetAction((parsed, _) => Task.FromResult(Execute(
            parsed.GetValue(folder)!,
            new SampleSize(parsed.GetValue(accounts), parsed.GetValue(instruments), parsed.GetValue(days), parsed.GetValue(underlyings), parsed.GetValue(seed)))));
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
