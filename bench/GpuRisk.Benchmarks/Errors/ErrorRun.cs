using System.Diagnostics;
using GpuRisk.Accelerators;
using GpuRisk.Domain.Measures;
using GpuRisk.Domain.Portfolios;
using GpuRisk.Domain.Scenarios;
using GpuRisk.Domain.Settings;
using GpuRisk.Margin;

namespace GpuRisk.Benchmarks.Errors;

/// <summary>What a method of sampling gives over some seeds, and what it costs.</summary>
/// <param name="Es">Mean over the seeds.</param>
/// <param name="Printed">Mean of the printed standard errors.</param>
/// <param name="Spread">Standard deviation of ES over the seeds: the true error, but for 1 / sqrt(2 (seeds - 1)) of it.</param>
/// <param name="Seconds">Median of a run: simulation, preparation of the sampling, estimates; without attribution.</param>
internal sealed record ErrorRun(SamplingMethod Method, int Scenarios, double Es, double Printed, double Spread, double Seconds)
{
    private static readonly MarginRunOptions Options = new() { Attribution = false, Distributions = 0 };

    /// <summary>1 / (error^2 x seconds).</summary>
    public double Efficiency => 1 / (Spread * Spread * Seconds);

    public static ErrorRun Measure(
        Accelerator accelerator, Book book, ScenarioModel model, SamplingMethod method, int scenarios, int seeds, CancellationToken cancellation)
    {
        var measures = new RiskMeasure[seeds];
        var seconds = new double[seeds];
        // The first run compiles code, and does not count.
        for (int seed = 0; seed <= seeds; seed++)
        {
            SimulationSettings simulation = book.Settings.Simulation with
            {
                Scenarios = scenarios,
                Seed = (ulong)Math.Max(1, seed),
                Sampling = new SamplingSettings { Method = method },
            };
            Book seeded = book.WithSettings(book.Settings with { Simulation = simulation });
            long start = Stopwatch.GetTimestamp();
            MarginResult result = MarginRun.Execute(accelerator, seeded, model, Options, null, cancellation);
            if (seed == 0)
                continue;
            seconds[seed - 1] = Stopwatch.GetElapsedTime(start).TotalSeconds;
            measures[seed - 1] = result.Accounts[0].Measures.Single(m => m.Confidence == book.Settings.Margin.Confidence);
        }
        double mean = measures.Average(m => m.Es);
        double spread = Math.Sqrt(measures.Sum(m => (m.Es - mean) * (m.Es - mean)) / (seeds - 1));
        Array.Sort(seconds);
        return new ErrorRun(method, scenarios, mean, measures.Average(m => m.EsError), spread, seconds[seeds / 2]);
    }
}
