using System.CommandLine;
using System.CommandLine.Parsing;
using GpuRisk.Accelerators.Cpu;
using GpuRisk.Accelerators.Selection;
using GpuRisk.Benchmarks.Jobs;
using GpuRisk.Simulation;

namespace GpuRisk.Benchmarks.Commands;

/// <summary><c>job SIZE</c>: the reference job, checked and timed.</summary>
internal sealed class JobCommand
{
    private readonly Argument<JobSize> size = new("size")
    {
        Description = "Which job: " + JobSize.Expected + ".",
        CustomParser = ParseSize,
    };

    private readonly Option<int?> threads = WholeNumberOption.Create("--threads", "Processor threads; by default one a processor.", 1024);

    private readonly Option<int?> tile = WholeNumberOption.Create("--tile", "Scenarios priced at a time; by default as many as the cache holds.", 1 << 20);

    private readonly Option<int?> memory = WholeNumberOption.Create("--memory", "Budget of the buffers in MiB; by default 2048, for job b 1312, on a GPU four fifths of its memory.", 1 << 24);

    private readonly Option<int?> repeat = WholeNumberOption.Create("--repeat", "How often the job runs; by default 5 times, job b twice.", 100_000);

    private readonly Option<LaneWidth?> lanes = new("--lanes")
    {
        Description = "Width of the lanes: scalar, v128, v256 or v512; by default the widest that the processor has.",
        HelpName = "WIDTH",
        CustomParser = ParseLanes,
    };

    private readonly Option<AcceleratorChoice?> accelerator = AcceleratorOption.Create();

    private readonly Option<Precision?> precision = new("--precision")
    {
        Description = "How profits of instruments are held; by default double.",
        HelpName = "double|mixed",
        CustomParser = ParsePrecision,
    };

    private readonly Option<bool> json = new("--json") { Description = "Print JSON." };

    private JobCommand(Command command)
    {
        command.Arguments.Add(size);
        foreach (Option option in new Option[] { accelerator, precision, threads, tile, memory, repeat, lanes, json })
            command.Options.Add(option);
        command.SetAction((parsed, cancellation) => Task.FromResult(Execute(parsed, cancellation)));
    }

    public static Command Create()
    {
        var command = new Command("job", "Run the reference job: check its figures, time its stages.");
        _ = new JobCommand(command);
        return command;
    }

    private int Execute(ParseResult parsed, CancellationToken cancellation)
    {
        JobSize job = parsed.GetValue(size)!;
        AcceleratorCatalog catalog = AcceleratorCatalog.OfThisMachine(parsed.GetValue(threads) ?? 0, parsed.GetValue(lanes));
        using OpenedAccelerator opened = catalog.Open(parsed.GetValue(accelerator) ?? AcceleratorChoice.Cpu);
        foreach (string note in opened.Notes)
            Console.Error.WriteLine(note);
        var options = new PlanOptions
        {
            Tile = parsed.GetValue(tile),
            MemoryBytes = parsed.GetValue(memory) is { } mebibytes ? (long)mebibytes << 20
                : opened.Device.IsGpu ? PlanOptions.DefaultMemoryOf(opened.Device, opened.Accelerator)
                : job.MemoryBytes,
            Precision = parsed.GetValue(precision) ?? Precision.Double,
        };
        var runner = new JobRunner(opened.Accelerator, new ReferenceJob(job.Instruments, job.Scenarios, job.Accounts, job.OneBook), job);
        JobResult result = runner.Run(options, parsed.GetValue(repeat) ?? job.Repeats, cancellation);
        var check = new JobCheck(result);
        Print(result, check, parsed.GetValue(json));
        return check.Passes ? ExitCode.Done : ExitCode.Failed;
    }

    private static void Print(JobResult result, JobCheck check, bool asJson)
    {
        if (!asJson)
        {
            JobReport.WriteText(Console.Out, result, check);
            return;
        }
        using (Stream output = Console.OpenStandardOutput())
            JobReport.WriteJson(output, result);
        Console.Out.WriteLine();
        foreach (JobCheckLine wrong in check.Lines.Where(line => !line.Passes))
            Console.Error.WriteLine(wrong.Complaint);
        if (!check.Repeatable)
            Console.Error.WriteLine("repeats differ in their figures.");
    }

    private static JobSize? ParseSize(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        JobSize? found = JobSize.Find(text);
        if (found is null)
            result.AddError($"job {text}: expected {JobSize.Expected}.");
        return found;
    }

    private static Precision? ParsePrecision(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        if (Precisions.TryParse(text, out Precision value))
            return value;
        result.AddError($"--precision {text}: expected double or mixed.");
        return null;
    }

    private static LaneWidth? ParseLanes(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        if (!char.IsAsciiLetterLower(text.FirstOrDefault()) || !Enum.TryParse(text, ignoreCase: true, out LaneWidth width) || !Enum.IsDefined(width))
            result.AddError($"--lanes {text}: expected scalar, v128, v256 or v512.");
        else if (width > LaneWidths.Widest)
            result.AddError($"--lanes {text}: this processor has nothing wider than {LaneWidths.Widest.Name()}.");
        else
            return width;
        return null;
    }
}
