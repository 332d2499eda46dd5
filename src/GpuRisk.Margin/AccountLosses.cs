using GpuRisk.Accelerators;
using GpuRisk.Domain.Measures;
using GpuRisk.Domain.Portfolios;
using GpuRisk.Simulation;
using GpuRisk.Simulation.Aggregation;
using GpuRisk.Simulation.Revaluation;
using GpuRisk.Simulation.Scenarios;

namespace GpuRisk.Margin;

/// <summary>Every loss of a few accounts: the run again, over their instruments alone.</summary>
internal sealed class AccountLosses(Accelerator accelerator, Book book, IScenarioStage scenarios, int count, PlanOptions plan)
{
    public LossDistribution[] Of(int[] accounts, CancellationToken cancellation)
    {
        Book part = BookPart.Of(book, accounts);
        using var revaluer = new Revaluer(accelerator, InstrumentCompiler.Compile(part, scenarios.Factors), scenarios);
        using var simulator = new Simulator(accelerator, revaluer, part.Positions, count, plan, Bytes(accounts.Length, count));
        var recorder = new LossRecorder(accounts.Length, count);
        simulator.Run([recorder], null, cancellation);
        return [.. accounts.Select((a, i) => new LossDistribution(book.Positions.Accounts[a], recorder.Of(i)))];
    }

    /// <summary>Memory that the losses of some accounts take.</summary>
    public static long Bytes(int accounts, int scenarios) => (long)accounts * scenarios * sizeof(double);
}
