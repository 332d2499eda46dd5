using GpuRisk.Accelerators;
using GpuRisk.Domain.Instruments;
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
        Book part = Part(accounts);
        using var revaluer = new Revaluer(accelerator, InstrumentCompiler.Compile(part, scenarios.Factors), scenarios);
        using var simulator = new Simulator(accelerator, revaluer, part.Positions, count, plan, Bytes(accounts.Length, count));
        var recorder = new LossRecorder(accounts.Length, count);
        simulator.Run([recorder], null, cancellation);
        return [.. accounts.Select((a, i) => new LossDistribution(book.Positions.Accounts[a], recorder.Of(i)))];
    }

    /// <summary>Memory that the losses of some accounts take.</summary>
    public static long Bytes(int accounts, int scenarios) => (long)accounts * scenarios * sizeof(double);

    private Book Part(int[] accounts)
    {
        ReadOnlySpan<int> rowStart = book.Positions.RowStart.Span;
        ReadOnlySpan<int> instrument = book.Positions.Instrument.Span;
        ReadOnlySpan<double> quantity = book.Positions.Quantity.Span;
        Dictionary<int, int> kept = [];
        List<Instrument> instruments = [];
        List<int> starts = [0], columns = [];
        List<double> quantities = [];
        foreach (int a in accounts)
        {
            for (int j = rowStart[a]; j < rowStart[a + 1]; j++)
            {
                if (kept.TryAdd(instrument[j], instruments.Count))
                    instruments.Add(book.Instruments[instrument[j]]);
                columns.Add(kept[instrument[j]]);
                quantities.Add(quantity[j]);
            }
            starts.Add(columns.Count);
        }
        return new Book
        {
            Name = book.Name,
            Currency = book.Currency,
            Instruments = instruments,
            Positions = new PositionTable([.. accounts.Select(a => book.Positions.Accounts[a])], [.. starts], [.. columns], [.. quantities]),
            Market = book.Market,
            History = book.History,
            Correlation = book.Correlation,
            Settings = book.Settings,
        };
    }
}
