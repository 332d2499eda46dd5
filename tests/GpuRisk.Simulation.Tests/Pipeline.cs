using GpuRisk.Accelerators;
using GpuRisk.Accelerators.Cpu;
using GpuRisk.Domain.Market;
using GpuRisk.Domain.Portfolios;
using GpuRisk.Domain.Scenarios;
using GpuRisk.Simulation.Aggregation;
using GpuRisk.Simulation.Revaluation;
using GpuRisk.Simulation.Scenarios;
using GpuRisk.Simulation.Tails;

namespace GpuRisk.Simulation.Tests;

/// <summary>Runs a book through the simulation and hands back every profit, account by account.</summary>
internal static class Pipeline
{
    public static double[][] Profits(Book book, ShockMatrix shocks, PlanOptions? options = null, int threads = 2, LaneWidth? width = null)
    {
        using Accelerator accelerator = new CpuAccelerator(threads, width);
        using var scenarios = new GivenScenarios(accelerator, shocks);
        return Profits(accelerator, book, scenarios, shocks.Scenarios, options);
    }

    public static double[][] Profits(
        Book book, EllipticalModel model, int count, ulong seed = 1, PlanOptions? options = null, int threads = 2, LaneWidth? width = null)
    {
        using Accelerator accelerator = new CpuAccelerator(threads, width);
        using var scenarios = new EllipticalScenarios(accelerator, model, seed);
        return Profits(accelerator, book, scenarios, count, options);
    }

    public static TailSet Tails(Book book, EllipticalModel model, int count, int depth, PlanOptions? options = null, int threads = 2)
    {
        using Accelerator accelerator = new CpuAccelerator(threads);
        using var scenarios = new EllipticalScenarios(accelerator, model, 1);
        using var revaluer = new Revaluer(accelerator, InstrumentCompiler.Compile(book, scenarios.Factors), scenarios);
        using var simulator = new Simulator(accelerator, revaluer, book.Positions, count, options ?? new PlanOptions(), 0);
        using var tail = new TailSelection(accelerator, book.Positions.Accounts.Count, depth);
        simulator.Run([tail], null, CancellationToken.None);
        return tail.Finish(accelerator, CancellationToken.None);
    }

    private static double[][] Profits(Accelerator accelerator, Book book, IScenarioStage scenarios, int count, PlanOptions? options)
    {
        using var revaluer = new Revaluer(accelerator, InstrumentCompiler.Compile(book, scenarios.Factors), scenarios);
        using var simulator = new Simulator(accelerator, revaluer, book.Positions, count, options ?? new PlanOptions(), 0);
        int accounts = book.Positions.Accounts.Count;
        var recorder = new LossRecorder(accounts, count);
        simulator.Run([recorder], null, CancellationToken.None);
        return [.. Enumerable.Range(0, accounts).Select(a => recorder.Of(a).Select(loss => -loss).ToArray())];
    }
}
