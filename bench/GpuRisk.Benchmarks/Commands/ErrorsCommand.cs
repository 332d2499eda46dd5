using System.CommandLine;
using System.Globalization;
using GpuRisk.Accelerators;
using GpuRisk.Accelerators.Cpu;
using GpuRisk.Benchmarks.Errors;
using GpuRisk.Calibration;
using GpuRisk.Data.Books;
using GpuRisk.Domain.Portfolios;
using GpuRisk.Domain.Scenarios;
using GpuRisk.Domain.Settings;
using GpuRisk.Margin;
using GpuRisk.Margin.Sampling;

namespace GpuRisk.Benchmarks.Commands;

/// <summary><c>errors BOOK</c>: the error of ES for the time, by every method of sampling, of the net book and of one account.</summary>
internal sealed class ErrorsCommand
{
    private const int Reference = 10_000;

    /// <summary>Numbers of scenarios at which a method is looked at.</summary>
    private static readonly int[] Sizes = [64, 96, 128, 192, 256, 384, 512, 768, 1_024, 1_536, 2_048, 3_072, 4_096, 6_144, 8_192, 12_288, 16_384];

    private readonly Argument<string> folder = new("book") { Description = "A book's folder." };

    private readonly Option<string?> account = new("--account") { Description = "The account; by default the one with the most positions.", HelpName = "NAME" };

    private readonly Option<int> seeds = new("--seeds") { Description = "Runs of each, that differ in their seed.", HelpName = "N", DefaultValueFactory = _ => 200 };

    private ErrorsCommand(Command command)
    {
        command.Arguments.Add(folder);
        command.Options.Add(account);
        command.Options.Add(seeds);
        seeds.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 10)
                result.AddError("--seeds: expected a whole number from 10.");
        });
        command.SetAction((parsed, cancellation) => Task.FromResult(Execute(parsed, cancellation)));
    }

    public static Command Create()
    {
        var command = new Command("errors", "The error of expected shortfall for the time, by every method of sampling.");
        _ = new ErrorsCommand(command);
        return command;
    }

    private int Execute(ParseResult parsed, CancellationToken cancellation)
    {
        using Book book = BookReader.Read(parsed.GetValue(folder)!);
        ScenarioModel model = ModelCalibration.Calibrate(book.History, book.Settings.Calibration, book.Settings.Simulation, book.Correlation).Model;
        using Accelerator accelerator = new CpuAccelerator(Environment.ProcessorCount);
        SimulationSettings simulation = book.Settings.Simulation with { Net = false, Account = null };
        string one = parsed.GetValue(account) ?? Largest(book);
        foreach (SimulationSettings scope in new[] { simulation with { Net = true }, simulation with { Account = one } })
        {
            Book scoped = BookScope.Apply(book.WithSettings(book.Settings with { Simulation = scope }));
            Line($"{(scope.Net ? "net" : "account " + one)}: {scoped.Positions.Count} positions, {model.Factors.Count} factors, {model.Name}, {accelerator.Description}");
            Compare(accelerator, scoped, model, parsed.GetValue(seeds), cancellation);
        }
        return ExitCode.Done;
    }

    private static void Compare(Accelerator accelerator, Book book, ScenarioModel model, int seeds, CancellationToken cancellation)
    {
        List<ErrorRun> runs = [ErrorRun.Measure(accelerator, book, model, SamplingMethod.Plain, Reference, seeds, cancellation)];
        List<string> remarks = [];
        foreach (SamplingMethod method in new[] { SamplingMethod.Antithetic, SamplingMethod.QuasiRandom, SamplingMethod.Importance })
        {
            SimulationSettings sampled = book.Settings.Simulation with { Sampling = new SamplingSettings { Method = method } };
            if (SamplingRules.WhyNot(book.Settings with { Simulation = sampled }, model, 1) is { } reason)
            {
                remarks.Add(reason);
                continue;
            }
            runs.Add(ErrorRun.Measure(accelerator, book, model, method, Reference, seeds, cancellation));
            ErrorRun? enough = Sizes.Where(size => method == SamplingMethod.Importance || size >= 512)
                .Select(size => ErrorRun.Measure(accelerator, book, model, method, size, seeds, cancellation)).FirstOrDefault(run => run.Spread <= runs[0].Spread);
            if (enough is null)
                remarks.Add($"{SamplingRules.Name(method)}: does not reach plain sampling's error at {Reference} scenarios with up to {Sizes[^1]}");
            else
                runs.Add(enough);
        }
        ErrorRun[] timed = ErrorRun.Timed(accelerator, book, model, runs, seeds, cancellation);
        Line($"  {"sampling",-14}{"scenarios",10}{"ES",14}{"printed",11}{"spread",11}{"ms",9}{"of plain",10}{"simulation",12}{"of plain",10}{"efficiency",12}");
        foreach (ErrorRun run in timed)
            Print(run, timed[0]);
        foreach (string remark in remarks)
            Line($"  {remark}");
    }

    private static void Print(ErrorRun run, ErrorRun plain) => Line(
        $"  {SamplingRules.Name(run.Method),-14}{run.Scenarios,10}{run.Es,14:F2}{run.Printed,11:F2}{run.Spread,11:F2}{run.Seconds * 1e3,9:F3}{run.Seconds / plain.Seconds,10:F3}{run.SimulationSeconds * 1e3,12:F3}{run.SimulationSeconds / plain.SimulationSeconds,10:F3}{run.Efficiency / plain.Efficiency,12:F2}");

    private static string Largest(Book book)
    {
        int[] starts = book.Positions.RowStart.ToArray();
        int largest = Enumerable.Range(0, starts.Length - 1).MaxBy(a => starts[a + 1] - starts[a]);
        return book.Positions.Accounts[largest];
    }

    private static void Line(FormattableString text) => Console.Out.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
