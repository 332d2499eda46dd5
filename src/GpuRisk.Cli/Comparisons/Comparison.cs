using System.Diagnostics;
using GpuRisk.Accelerators;
using GpuRisk.Accelerators.Selection;
using GpuRisk.Cli.Output;
using GpuRisk.Cli.Runs;
using GpuRisk.Data.Results;
using GpuRisk.Domain.Measures;
using GpuRisk.Margin;
using GpuRisk.Simulation;

namespace GpuRisk.Cli.Comparisons;

/// <summary>Runs one book on devices in turn, and holds every result against the first: the processor in double precision.</summary>
internal sealed class Comparison(BookRun job, PreparedRun prepared, long? memoryBytes, RunProgress progress)
{
    private const int WarmUpScenarios = 128;

    private readonly List<ComparisonRow> rows = [];
    private readonly List<string> contradictions = [];

    /// <summary>By precision, the first row's digest.</summary>
    private readonly Dictionary<Precision, string> firstDigests = [];

    /// <summary>By precision, the first result that claims to be bit-exact.</summary>
    private readonly Dictionary<Precision, (string Accelerator, string Digest, RunResult Result)> claims = [];

    private RunResult? reference;

    /// <param name="processor">Runs first, in double precision whatever else is asked for.</param>
    /// <param name="devices">All that are compared; the processor may be among them.</param>
    public ComparisonResult Run(Candidate processor, IReadOnlyList<Candidate> devices, IReadOnlyList<Precision> precisions)
    {
        bool included = devices.Any(device => device.Device.Name == processor.Device.Name);
        RunOn(processor, [Precision.Double, .. included ? precisions.Where(p => p != Precision.Double) : []]);
        foreach (Candidate device in devices.Where(device => device.Device.Name != processor.Device.Name))
            RunOn(device, precisions);
        return new ComparisonResult(
            prepared.Book.Name, prepared.Book.Currency, reference?.Model ?? prepared.Choice?.Model.Name ?? "stressed", reference?.Scenarios ?? prepared.Choice?.Count ?? 0, prepared.Book.Settings.Simulation.Seed, prepared.LoadSeconds,
            prepared.CalibrateSeconds, rows, contradictions);
    }

    private void RunOn(Candidate device, IReadOnlyList<Precision> precisions)
    {
        try
        {
            progress.Stage($"opening {device.Title}");
            using TestedAccelerator tested = device.OpenAndTest();
            foreach (Precision precision in precisions)
                rows.Add(RunOn(tested, precision));
        }
        catch (AcceleratorException failure)
        {
            foreach (Precision precision in precisions)
                rows.Add(new ComparisonRow { Accelerator = device.Device.Name, Description = device.Device.Product, Precision = precision.Name(), Failure = failure.Message });
        }
    }

    private ComparisonRow RunOn(TestedAccelerator tested, Precision precision)
    {
        var row = new ComparisonRow
        {
            Accelerator = tested.Device.Name,
            Description = tested.Accelerator.Description,
            Precision = precision.Name(),
            BitExact = tested.SelfTest.IsBitExact,
            BuildSeconds = tested.Accelerator.BuildSeconds,
        };
        try
        {
            PlanOptions plan = new PlanRequest(null, memoryBytes, precision).On(tested.Device, tested.Accelerator);
            return SmallerBlocks.Run(tested.Device.Name, plan, options =>
            {
                // What the runtime compiles at first use would stand in the first row alone.
                WarmUp(tested, options);
                return Measured(row, tested, options);
            }, progress.Say);
        }
        catch (Exception failure) when (failure is AcceleratorException or NonFiniteLossException or MemoryBudgetException)
        {
            return row with { Failure = failure.Message };
        }
    }

    private void WarmUp(TestedAccelerator tested, PlanOptions options)
    {
        try
        {
            // Randomised points need two in each randomisation.
            int scenarios = Math.Max(WarmUpScenarios, 2 * prepared.Book.Settings.Simulation.Sampling.Randomisations);
            job.Execute(prepared.First(scenarios), new RunDevice(tested.Accelerator, options, [], tested.Seconds));
        }
        catch (MemoryBudgetException)
        {
            // The run itself says what it takes.
        }
    }

    private ComparisonRow Measured(ComparisonRow row, TestedAccelerator tested, PlanOptions plan)
    {
        long start = Stopwatch.GetTimestamp();
        RunResult result = job.Execute(prepared, new RunDevice(tested.Accelerator, plan, [], tested.Seconds)).Result;
        double total = Stopwatch.GetElapsedTime(start).TotalSeconds;
        string digest = ResultDigest.Compute(result);
        reference ??= result;
        if (!firstDigests.TryAdd(plan.Precision, digest) && tested.SelfTest.IsBitExact)
            Contradict(row, plan.Precision, digest, result);
        if (tested.SelfTest.IsBitExact)
            claims.TryAdd(plan.Precision, (row.Accelerator, digest, result));
        FigureDifference difference = FigureDifference.Between(reference, result);
        return row with
        {
            Seconds = result.Seconds with { Total = total },
            PricesPerSecond = result.PricesPerSecond,
            Digest = digest,
            Ulps = difference.LargestUlps,
            Difference = difference.Largest,
            Equal = firstDigests[plan.Precision] == digest,
        };
    }

    private void Contradict(ComparisonRow row, Precision precision, string digest, RunResult result)
    {
        if (!claims.TryGetValue(precision, out (string Accelerator, string Digest, RunResult Result) claim) || claim.Digest == digest)
            return;
        FigureDifference difference = FigureDifference.Between(claim.Result, result);
        string what = difference.First is { } first ? $"{Figures.Whole(difference.Differing)} figures, first {first}" : "the scenarios or losses of a tail";
        contradictions.Add($"{row.Accelerator} and {claim.Accelerator} both pass the self-test and differ in {row.Precision} precision: {what}");
    }
}
