using System.CommandLine;
using System.Globalization;
using GpuRisk.Accelerators;
using GpuRisk.Cli.Output;
using GpuRisk.Cli.Runs;
using GpuRisk.Data.Text;
using GpuRisk.Domain.Settings;

namespace GpuRisk.Cli.Commands;

/// <summary><c>gpurisk run BOOK</c>: margins of every account, printed and written to a result folder.</summary>
internal sealed class RunCommand
{
    private readonly Argument<string> book = new("book") { Description = "The book's folder." };

    private readonly Option<string?> scenarios = new("--scenarios")
    {
        Description = "How many scenarios to draw, or a CSV file of shocks that replaces them.",
        HelpName = "N|FILE",
    };

    private readonly Option<ulong?> seed = WholeNumber.Seed("--seed", "Seed of the drawn scenarios.");

    private readonly Option<int?> horizon = WholeNumber.Option("--horizon", "Margin period of risk in days.", 1, 250);

    private readonly Option<string?> model = new("--model") { Description = "Where scenarios come from." };

    private readonly Option<string?> output = new("--out") { Description = "The result's folder; by default results/BOOK.", HelpName = "DIR" };

    private readonly Option<string[]> accounts = new("--accounts")
    {
        Description = "Print these accounts only, separated by commas.",
        HelpName = "LIST",
        CustomParser = result => [.. result.Tokens.SelectMany(t => t.Value.Split(',', StringSplitOptions.RemoveEmptyEntries))],
    };

    private readonly Option<bool> json = new("--json") { Description = "Print JSON." };

    private readonly DeviceOptions device;

    private RunCommand(Command command)
    {
        model.AcceptOnlyFromAmong("gaussian", "historical");
        command.Arguments.Add(book);
        foreach (Option option in new Option[] { scenarios, seed, horizon, model, output, accounts, json })
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
        string? text = parsed.GetValue(scenarios);
        int? count = int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) ? number : null;
        if (count is < 1 or > 100_000_000)
            throw new UsageException($"--scenarios {text} is out of range; expected 1 to 100000000, or a file.");
        var request = new BookRunRequest
        {
            Folder = folder,
            ShocksFile = count is null ? text : null,
            Override = settings => Override(settings, parsed, count),
            Options = Given(parsed),
            Accounts = parsed.GetValue(accounts) ?? [],
            Plan = device.Plan(parsed),
        };
        using Accelerator accelerator = device.Open(parsed);
        using var progress = new RunProgress(quiet: false);
        FinishedRun run = new BookRun(accelerator, progress, cancellation).Execute(request);
        string digest = ResultOutput.Write(run, target, cancellation);
        progress.Dispose();
        if (parsed.GetValue(json))
            RunJson.Print(run.Result, digest, Path.GetFullPath(target), request.Accounts);
        else
            RunText.Print(run.Result, digest, target, request.Accounts);
        return ExitCode.Done;
    }

    private BookSettings Override(BookSettings settings, ParseResult parsed, int? count) => settings with
    {
        Simulation = settings.Simulation with
        {
            Scenarios = count ?? settings.Simulation.Scenarios,
            Seed = parsed.GetValue(seed) ?? settings.Simulation.Seed,
            HorizonDays = parsed.GetValue(horizon) ?? settings.Simulation.HorizonDays,
            Model = parsed.GetValue(model) is { } word && SettingWords.Models.TryFind(word, out ScenarioSource source)
                ? source
                : settings.Simulation.Model,
        },
    };

    private Dictionary<string, string> Given(ParseResult parsed)
    {
        Dictionary<string, string> given = new(StringComparer.Ordinal);
        foreach (Option option in new Option[] { scenarios, seed, horizon, model })
        {
            if (parsed.GetResult(option) is { Implicit: false } result)
                given[option.Name.TrimStart('-')] = string.Join(' ', result.Tokens.Select(t => t.Value));
        }
        return given;
    }
}
