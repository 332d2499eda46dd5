using System.CommandLine;
using GpuRisk.Cli.Output;
using GpuRisk.Cli.Runs;
using GpuRisk.Data.Results;
using GpuRisk.Simulation;

namespace GpuRisk.Cli.Commands;

/// <summary><c>gpurisk run BOOK</c>: margins of every account, printed and written to a result folder.</summary>
internal sealed class RunCommand
{
    private readonly Argument<string> book = PathName.Argument("book", "The book's folder.");

    private readonly ScenarioOptions scenarios;

    private readonly Option<Precision?> precision = PrecisionOption.One();

    private readonly Option<string?> output = PathName.Option(
        "--out", "The result's folder; by default results/BOOK. New, empty or an earlier result, which is replaced.", "DIR");

    private readonly Option<string[]> accounts = NameList.Option("--accounts", "Print these accounts only, separated by commas; all are computed and written.");

    private readonly Option<bool> keepPnl = new("--keep-pnl")
    {
        Description = "Write pnl.arrow too: the profit of every account in every scenario, 8 bytes each.",
    };

    private readonly Option<bool> keepScenarios = new("--keep-scenarios")
    {
        Description = "Write scenarios.arrow too: the shocks of every scenario, which --scenarios takes.",
    };

    private readonly Option<bool> json = new("--json") { Description = "Print JSON." };

    private readonly DeviceOptions device;

    private RunCommand(Command command)
    {
        command.Arguments.Add(book);
        scenarios = new ScenarioOptions(command);
        foreach (Option option in new Option[] { precision, output, accounts, keepPnl, keepScenarios, json })
            command.Options.Add(option);
        device = new DeviceOptions(command);
        command.SetAction((parsed, cancellation) => Task.FromResult(Execute(parsed, cancellation)));
    }

    public static Command Create()
    {
        var command = new Command("run", "Compute the margin of every account of a book.");
        _ = new RunCommand(command);
        return command;
    }

    private int Execute(ParseResult parsed, CancellationToken cancellation)
    {
        string folder = parsed.GetValue(book)!;
        string target = parsed.GetValue(output) ?? Path.Combine("results", Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))));
        BookRunRequest request = scenarios.Request(parsed, folder, precision) with { Accounts = parsed.GetValue(accounts) ?? [] };
        using var progress = new RunProgress();
        var job = new BookRun(progress, cancellation);
        using PreparedRun prepared = job.Prepare(request);
        using DeviceRuns devices = device.Open(parsed, parsed.GetValue(precision) ?? Precision.Double, progress);
        // Taken before the long part: a folder that cannot be written is found out now.
        using ResultFolder place = ResultOutput.Begin(target);
        var kept = new KeptTables(place, parsed.GetValue(keepPnl), parsed.GetValue(keepScenarios));
        FinishedRun run = devices.Execute(on => job.Execute(prepared, on, kept));
        string digest = ResultOutput.Write(run, place, cancellation);
        progress.Dispose();
        if (parsed.GetValue(json))
            RunJson.Print(run.Result, digest, Path.GetFullPath(target), request.Accounts);
        else
            RunText.Print(run.Result, digest, target, request.Accounts);
        return run.Result.IsComplete ? ExitCode.Done : ExitCode.Failed;
    }
}
