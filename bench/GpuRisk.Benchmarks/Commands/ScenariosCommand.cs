using System.CommandLine;
using System.Globalization;
using GpuRisk.Accelerators.Selection;
using GpuRisk.Benchmarks.Scenarios;

namespace GpuRisk.Benchmarks.Commands;

/// <summary><c>scenarios</c>: the scenarios of a model alone, checked and timed.</summary>
internal sealed class ScenariosCommand
{
    /// <summary>Standard errors that the largest of some hundred sample variances may be off.</summary>
    private const double MostErrors = 5;

    private readonly Option<int?> factors = WholeNumberOption.Create("--factors", "Number of factors; by default 500.", 10_000);

    private readonly Option<int?> scenarios = WholeNumberOption.Create("--scenarios", "Number of scenarios; by default 100,000.", 100_000_000);

    private readonly Option<int?> threads = WholeNumberOption.Create("--threads", "Processor threads; by default one a processor.", 1024);

    private readonly Option<int?> repeat = WholeNumberOption.Create("--repeat", "How often they are drawn; the best counts; by default 5 times.", 100_000);

    private readonly Option<AcceleratorChoice?> accelerator = AcceleratorOption.Create();

    private readonly Option<string?> model = new("--model") { Description = "Which model; by default all.", HelpName = string.Join('|', BenchModels.Names) };

    private ScenariosCommand(Command command)
    {
        model.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } name && !BenchModels.Names.Contains(name))
                result.AddError($"--model {name}: expected {string.Join(", ", BenchModels.Names)}.");
        });
        foreach (Option option in new Option[] { model, factors, scenarios, accelerator, threads, repeat })
            command.Options.Add(option);
        command.SetAction((parsed, cancellation) => Task.FromResult(Execute(parsed, cancellation)));
    }

    public static Command Create()
    {
        var command = new Command("scenarios", "Draw scenarios of a model: check their variances, time them.");
        _ = new ScenariosCommand(command);
        return command;
    }

    private int Execute(ParseResult parsed, CancellationToken cancellation)
    {
        AcceleratorCatalog catalog = AcceleratorCatalog.OfThisMachine(parsed.GetValue(threads) ?? 0, null);
        using OpenedAccelerator opened = catalog.Open(parsed.GetValue(accelerator) ?? AcceleratorChoice.Cpu);
        foreach (string note in opened.Notes)
            Console.Error.WriteLine(note);
        int factorCount = parsed.GetValue(factors) ?? 500, scenarioCount = parsed.GetValue(scenarios) ?? 100_000;
        Line($"{opened.Accelerator.Description}: {factorCount} factors x {scenarioCount} scenarios");
        bool passes = true;
        foreach (string name in parsed.GetValue(model) is { } one ? [one] : BenchModels.Names)
        {
            using var bench = new ScenarioBench(opened.Accelerator, BenchModels.Make(name, factorCount), scenarioCount);
            var runs = new (double Wall, double Kernels)[parsed.GetValue(repeat) ?? 5];
            for (int i = 0; i < runs.Length; i++)
                runs[i] = bench.Run(cancellation);
            double errors = bench.LargestVarianceError(cancellation), best = runs.Min(r => r.Wall);
            bool right = errors <= MostErrors;
            passes &= right;
            Line($"{name,-20} best {best:F4} s (kernels {runs.MinBy(r => r.Wall).Kernels:F4}), median {runs.Select(r => r.Wall).Order().ElementAt(runs.Length / 2):F4} of {runs.Length}; {(double)factorCount * scenarioCount / best:0.00E+0} shocks/s; tile {bench.Tile}; prepare {bench.PrepareSeconds:F3} s; variances within {errors:F2} standard errors{(right ? "" : "  WRONG")}");
        }
        return passes ? ExitCode.Done : ExitCode.Failed;
    }

    private static void Line(FormattableString text) => Console.Out.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
