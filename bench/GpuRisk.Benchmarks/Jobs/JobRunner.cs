using System.Diagnostics;
using GpuRisk.Accelerators;
using GpuRisk.Accelerators.Launches;
using GpuRisk.Kernels.Lanes;
using GpuRisk.Domain.Measures;
using GpuRisk.Margin.Estimation;
using GpuRisk.Simulation;
using GpuRisk.Simulation.Revaluation;
using GpuRisk.Simulation.Tails;

namespace GpuRisk.Benchmarks.Jobs;

/// <summary>
/// Runs a reference job. Before the clock: the book compiled and on the device, buffers allocated. On the clock: all that follows once the
/// shocks exist on the host, their transfer and the VaR and ES of every account included.
/// </summary>
internal sealed class JobRunner(Accelerator accelerator, ReferenceJob job, JobSize size)
{
    private static readonly Confidence Level = new(0.99m);

    /// <summary>The job's VaR is the k-th worst loss.</summary>
    private readonly TailEstimator estimator = new(VarEstimator.UpperQuantile, Level, size.Scenarios);

    public JobResult Run(PlanOptions options, int repeats, CancellationToken cancellation)
    {
        long start = Stopwatch.GetTimestamp();
        InstrumentTable table = InstrumentCompiler.Compile(job.Book, job.Shocks.Factors);
        using var scenarios = new JobScenarios(accelerator, job.Shocks.Factors);
        using var revaluer = new Revaluer(accelerator, table, scenarios);
        using var simulator = new Simulator(
            accelerator, revaluer, job.Book.Positions, size.Scenarios, options, TailSelection.Bytes(accelerator, size.Accounts, estimator.Depth));
        double prepare = Stopwatch.GetElapsedTime(start).TotalSeconds;

        var seconds = new JobSeconds[repeats];
        var figures = new JobFigures[repeats];
        for (int i = 0; i < repeats; i++)
            (seconds[i], figures[i]) = Repeat(scenarios, simulator, cancellation);
        using Process process = Process.GetCurrentProcess();
        return new JobResult
        {
            Size = size,
            Accelerator = accelerator.Description,
            Threads = accelerator.Queues,
            Plan = simulator.Plan,
            Figures = figures[0],
            Repeatable = Array.TrueForAll(figures, f => f == figures[0]),
            Options = table.Options,
            PrepareSeconds = prepare,
            Repeats = seconds,
            PeakMemoryBytes = process.PeakWorkingSet64,
        };
    }

    private (JobSeconds Seconds, JobFigures Figures) Repeat(JobScenarios scenarios, Simulator simulator, CancellationToken cancellation)
    {
        // The tails of the repeat before would be held beside this one's, and would count in the peak of memory.
        GC.Collect();
        using var tail = new TailSelection(accelerator, size.Accounts, estimator.Depth);
        SimulationTimings before = SimulationTimings.Of(accelerator);
        double optionsBefore = OptionSeconds();

        long start = Stopwatch.GetTimestamp();
        scenarios.Give(job.Shocks);
        double transfer = Stopwatch.GetElapsedTime(start).TotalSeconds;
        simulator.Run([tail], null, cancellation);
        TailSet tails = tail.Finish(accelerator, cancellation);
        long selected = Stopwatch.GetTimestamp();
        JobFigures figures = Figures(tails);
        double total = Stopwatch.GetElapsedTime(start).TotalSeconds;

        return (
            new JobSeconds(
                transfer, SimulationTimings.Of(accelerator) - before, OptionSeconds() - optionsBefore,
                total - Stopwatch.GetElapsedTime(start, selected).TotalSeconds, total),
            figures);
    }

    private JobFigures Figures(TailSet tails)
    {
        var figures = new JobFigures();
        for (int a = 0; a < tails.Accounts; a++)
        {
            RiskMeasure own = estimator.Of(tails.Losses(a));
            if (a == 0)
                figures = new JobFigures(0, 0, own.Var, own.Es);
            figures = figures with { SumVar = figures.SumVar + own.Var, SumEs = figures.SumEs + own.Es };
        }
        return figures;
    }

    private double OptionSeconds() => accelerator.KernelSeconds.GetValueOrDefault(OptionsLaunch<Binary64>.Kernel);
}
