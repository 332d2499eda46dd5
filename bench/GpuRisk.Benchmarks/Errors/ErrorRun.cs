using System.Diagnostics;
using GpuRisk.Accelerators;
using GpuRisk.Domain.Measures;
using GpuRisk.Domain.Portfolios;
using GpuRisk.Domain.Scenarios;
using GpuRisk.Domain.Settings;
using GpuRisk.Margin;
using GpuRisk.Simulation.Revaluation;

namespace GpuRisk.Benchmarks.Errors;

/// <summary>What a method of sampling gives over some seeds, and what it costs.</summary>
/// <param name="Es">Mean over the seeds.</param>
/// <param name="Printed">Mean of the printed standard errors.</param>
/// <param name="Spread">Standard deviation of ES over the seeds: the true error, but for 1 / sqrt(2 (seeds - 1)) of it.</param>
internal sealed record ErrorRun(SamplingMethod Method, int Scenarios, double Es, double Printed, double Spread)
{
    private static readonly MarginRunOptions Options = new() { Attribution = false, Distributions = 0 };

    /// <summary>Median of a run: simulation, preparation of the sampling, estimates; without attribution.</summary>
    public double Seconds { get; init; }

    /// <summary>The same without compiling the book's instruments, which any run does first and alike.</summary>
    public double SimulationSeconds { get; init; }

    /// <summary>1 / (error^2 x seconds).</summary>
    public double Efficiency => 1 / (Spread * Spread * Seconds);

    public static ErrorRun Measure(
        Accelerator accelerator, Book book, ScenarioModel model, SamplingMethod method, int scenarios, int seeds, CancellationToken cancellation)
    {
        var measures = new RiskMeasure[seeds];
        for (int seed = 1; seed <= seeds; seed++)
            measures[seed - 1] = Once(accelerator, book, model, method, scenarios, seed, cancellation);
        double mean = measures.Average(m => m.Es);
        double spread = Math.Sqrt(measures.Sum(m => (m.Es - mean) * (m.Es - mean)) / (seeds - 1));
        return new ErrorRun(method, scenarios, mean, measures.Average(m => m.EsError), spread);
    }

    /// <summary>The same runs with their times, taken in turn, so that what else the machine does falls on all of them.</summary>
    public static ErrorRun[] Timed(
        Accelerator accelerator, Book book, ScenarioModel model, IReadOnlyList<ErrorRun> runs, int repeats, CancellationToken cancellation)
    {
        double[][] seconds = [.. runs.Select(_ => new double[repeats])];
        var compile = new double[repeats];
        for (int repeat = 0; repeat < repeats; repeat++)
        {
            long compiled = Stopwatch.GetTimestamp();
            InstrumentCompiler.Compile(book, model.Factors);
            compile[repeat] = Stopwatch.GetElapsedTime(compiled).TotalSeconds;
            for (int i = 0; i < runs.Count; i++)
            {
                long start = Stopwatch.GetTimestamp();
                Once(accelerator, book, model, runs[i].Method, runs[i].Scenarios, repeat + 1, cancellation);
                seconds[i][repeat] = Stopwatch.GetElapsedTime(start).TotalSeconds;
            }
        }
        double before = Median(compile);
        return [.. runs.Select((run, i) => run with { Seconds = Median(seconds[i]), SimulationSeconds = Median(seconds[i]) - before })];
    }

    private static double Median(double[] values) => values.Order().ElementAt(values.Length / 2);

    private static RiskMeasure Once(
        Accelerator accelerator, Book book, ScenarioModel model, SamplingMethod method, int scenarios, int seed, CancellationToken cancellation)
    {
        SimulationSettings simulation = book.Settings.Simulation with
        {
            Scenarios = scenarios,
            Seed = (ulong)seed,
            Sampling = new SamplingSettings { Method = method },
        };
        Book seeded = book.WithSettings(book.Settings with { Simulation = simulation });
        MarginResult result = MarginRun.Execute(accelerator, seeded, model, Options, null, cancellation);
        return result.Accounts[0].Measures.Single(m => m.Confidence == book.Settings.Margin.Confidence);
    }
}
