using System.Diagnostics;
using GpuRisk.Accelerators;
using GpuRisk.Domain.Scenarios;
using GpuRisk.Domain.Settings;
using GpuRisk.Simulation;
using GpuRisk.Simulation.Scenarios;

namespace GpuRisk.Benchmarks.Scenarios;

/// <summary>How long the scenarios of a model take, alone: from numbers to shocks in device memory, each tile written over by the next.</summary>
internal sealed class ScenarioBench : IDisposable
{
    /// <summary>A tile's shocks and scratch in half of a core's cache, or on a GPU as many as fill it.</summary>
    private const long LargestTileBytes = 1L << 30;

    private const int ManyWorkItems = 1024;

    private readonly Accelerator accelerator;
    private readonly ScenarioModel model;
    private readonly IScenarioStage stage;
    private readonly int scenarios;
    private readonly DeviceBuffer<uint> numbers;
    private readonly DeviceBuffer<double>[] scratch;
    private readonly DeviceBuffer<double>[] shocks;

    public ScenarioBench(Accelerator accelerator, ScenarioModel model, int scenarios)
    {
        this.accelerator = accelerator;
        this.model = model;
        this.scenarios = scenarios;
        using var guard = new AllocationGuard();
        long start = Stopwatch.GetTimestamp();
        stage = guard.Hold(ScenarioStages.Create(accelerator, model, new SimulationSettings()));
        PrepareSeconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        long bytesAScenario = sizeof(double) * ((long)stage.ScratchRows + stage.Factors.Count);
        bool many = accelerator.WorkItems >= ManyWorkItems;
        long fits = (many ? LargestTileBytes : accelerator.QueueCacheBytes / 2) / bytesAScenario;
        int unit = accelerator.ItemGranularity;
        Tile = (int)Math.Max(unit, Math.Min(Math.Min(fits, accelerator.LargestTile), scenarios) / unit * unit);
        int padded = (scenarios + Tile - 1) / Tile * Tile;
        numbers = guard.Hold(accelerator.Upload<uint>([.. Enumerable.Range(0, padded).Select(i => (uint)Math.Min(i, scenarios - 1))]));
        int[] queues = [.. Enumerable.Range(0, accelerator.Queues)];
        scratch = [.. queues.Select(_ => guard.Hold(accelerator.Allocate<double>(Math.Max(1, (long)stage.ScratchRows * Tile))))];
        shocks = [.. queues.Select(_ => guard.Hold(accelerator.Allocate<double>((long)stage.Factors.Count * Tile)))];
        guard.Release();
    }

    public int Tile { get; }

    /// <summary>Seconds to make the stage: series fitted, tables sent.</summary>
    public double PrepareSeconds { get; }

    public (double Wall, double Kernels) Run(CancellationToken cancellation)
    {
        double before = SimulationTimings.Of(accelerator).Scenarios;
        long start = Stopwatch.GetTimestamp();
        accelerator.ForEach((scenarios + Tile - 1) / Tile, Launch, cancellation);
        accelerator.Synchronize();
        return (Stopwatch.GetElapsedTime(start).TotalSeconds, SimulationTimings.Of(accelerator).Scenarios - before);
    }

    /// <summary>The largest difference of a factor's sample variance from the model's, in standard errors.</summary>
    public double LargestVarianceError(CancellationToken cancellation)
    {
        int factors = model.Factors.Count;
        var squares = new double[factors];
        var fourths = new double[factors];
        ShockReplay.Run(accelerator, stage, scenarios, 1L << 28, (_, count, stride, values) =>
        {
            for (int f = 0; f < factors; f++)
            {
                foreach (double x in values.Slice(f * stride, count))
                {
                    squares[f] += x * x;
                    fourths[f] += x * x * x * x;
                }
            }
        }, cancellation);
        double largest = 0;
        for (int f = 0; f < factors; f++)
        {
            double second = squares[f] / scenarios, error = Math.Sqrt((fourths[f] / scenarios - second * second) / scenarios);
            largest = Math.Max(largest, Math.Abs(second - BenchModels.VarianceOf(model, f)) / error);
        }
        return largest;
    }

    public void Dispose()
    {
        stage.Dispose();
        numbers.Dispose();
        foreach (DeviceBuffer<double> buffer in scratch.Concat(shocks))
            buffer.Dispose();
    }

    private void Launch(LaunchQueue queue, int tile)
    {
        int first = tile * Tile;
        stage.Launch(queue, numbers, first, Math.Min(Tile, scenarios - first), Tile, scratch[queue.Index], shocks[queue.Index]);
    }
}
