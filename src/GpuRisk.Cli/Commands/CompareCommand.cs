using System.CommandLine;
using GpuRisk.Accelerators;
using GpuRisk.Accelerators.Selection;
using GpuRisk.Cli.Comparisons;
using GpuRisk.Cli.Output;
using GpuRisk.Cli.Runs;
using GpuRisk.Simulation;

namespace GpuRisk.Cli.Commands;

/// <summary><c>gpurisk compare BOOK</c>: the same run on every device and in every precision, side by side.</summary>
internal sealed class CompareCommand
{
    private readonly Argument<string> book = PathName.Argument("book", "The book's folder.");

    private readonly Option<AcceleratorChoice[]> accelerators = AcceleratorOption.List();

    private readonly Option<Precision[]> precisions = PrecisionOption.List();

    private readonly ScenarioOptions scenarios;

    private readonly Option<bool> json = new("--json") { Description = "Print JSON." };

    private readonly Option<bool> csv = new("--csv") { Description = "Print CSV." };

    private readonly WorkOptions work;

    private CompareCommand(Command command)
    {
        command.Arguments.Add(book);
        command.Options.Add(accelerators);
        command.Options.Add(precisions);
        scenarios = new ScenarioOptions(command);
        work = new WorkOptions(command);
        command.Options.Add(json);
        command.Options.Add(csv);
        command.Validators.Add(result =>
        {
            if (result.GetValue(json) && result.GetValue(csv))
                result.AddError("--json and --csv: expected one of the two.");
        });
        command.SetAction((parsed, cancellation) => Task.FromResult(Execute(parsed, cancellation)));
    }

    public static Command Create()
    {
        var command = new Command("compare", "Run a book on every device and in every precision: time, throughput, digest. Writes no result.");
        _ = new CompareCommand(command);
        return command;
    }

    private int Execute(ParseResult parsed, CancellationToken cancellation)
    {
        BookRunRequest request = scenarios.Request(parsed, parsed.GetValue(book)!) with { Distributions = 0, Greeks = false };
        using var progress = new RunProgress();
        var job = new BookRun(progress, cancellation);
        using PreparedRun prepared = job.Prepare(request);
        AcceleratorCatalog catalog = work.Catalog(parsed);
        IReadOnlyList<Candidate> devices = Devices(catalog, parsed.GetValue(accelerators) ?? []);
        Precision[] wanted = parsed.GetValue(precisions) is { Length: > 0 } given ? given : [Precision.Double, Precision.Mixed];
        ComparisonResult result = new Comparison(job, prepared, work.MemoryBytes(parsed), progress).Run(catalog.Candidates(AcceleratorChoice.Cpu).First(), devices, wanted);
        progress.Dispose();
        if (parsed.GetValue(json))
            ComparisonJson.Print(result);
        else if (parsed.GetValue(csv))
            ComparisonCsv.Print(result);
        else
            ComparisonText.Print(result);
        ErrorLines.Write([.. catalog.Scan().Problems, .. result.Contradictions.Select(line => $"gpurisk: {line}.")]);
        return result.IsSound ? ExitCode.Done : ExitCode.Failed;
    }

    /// <exception cref="AcceleratorException">A device that was named is not there.</exception>
    internal static IReadOnlyList<Candidate> Devices(AcceleratorCatalog catalog, IReadOnlyList<AcceleratorChoice> choices)
    {
        if (choices.Count == 0)
            return [.. catalog.All().Where(device => device.Device.Problem is null)];
        List<Candidate> devices = [];
        foreach (AcceleratorChoice choice in choices)
        {
            Candidate[] meant = [.. catalog.Candidates(choice)];
            if (meant.Length == 0)
                throw catalog.Absent(choice);
            devices.AddRange(meant);
        }
        return [.. devices.DistinctBy(device => device.Device.Name)];
    }
}
