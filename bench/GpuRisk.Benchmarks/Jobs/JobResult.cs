using GpuRisk.Simulation;

namespace GpuRisk.Benchmarks.Jobs;

/// <summary>Seconds of one repeat. Kernels: averaged over the queues; the rest: wall clock.</summary>
/// <param name="Transfer">Shocks from the host to the device.</param>
/// <param name="Options">The option kernel alone, a part of revaluation.</param>
/// <param name="Figures">From the tails on the host to VaR and ES.</param>
/// <param name="Total">From shocks on the host to the last figure.</param>
internal sealed record JobSeconds(double Transfer, SimulationTimings Stages, double Options, double Figures, double Total);

/// <summary>What a job computed and how long that took.</summary>
internal sealed record JobResult
{
    public required JobSize Size { get; init; }

    public required string Accelerator { get; init; }

    /// <summary>How the profits of instruments were held.</summary>
    public required Precision Precision { get; init; }

    public required int Threads { get; init; }

    public required SimulationPlan Plan { get; init; }

    public required JobFigures Figures { get; init; }

    /// <summary>Whether every repeat gave the same bits.</summary>
    public required bool Repeatable { get; init; }

    /// <summary>Options of the book, linear and inverse.</summary>
    public required int Options { get; init; }

    /// <summary>Compiling and loading the kernels, before all else; 0 where they are part of the program.</summary>
    public required double BuildSeconds { get; init; }

    /// <summary>Compiling the instruments, positions to the device, buffers: before the clock starts.</summary>
    public required double PrepareSeconds { get; init; }

    /// <summary>Of each repeat.</summary>
    public required IReadOnlyList<JobSeconds> Repeats { get; init; }

    /// <summary>The process's largest resident set, the job's own book included.</summary>
    public required long PeakMemoryBytes { get; init; }

    public JobSeconds Best => Repeats.MinBy(r => r.Total)!;

    public double MedianTotal => Repeats.Select(r => r.Total).Order().ElementAt(Repeats.Count / 2);

    /// <summary>
    /// Options that are priced a second of wall clock. Plain and inverse options share a kernel and cost the same, so the plain options' part
    /// of its seconds is their share of the options, and their rate is that of all options.
    /// </summary>
    public double PricesPerSecond => Best.Options > 0 ? (double)Options * Size.Scenarios / Best.Options : 0;
}
