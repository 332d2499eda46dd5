using GpuRisk.Accelerators;
using GpuRisk.Accelerators.Cpu;
using GpuRisk.Domain.Portfolios;
using GpuRisk.Simulation.Aggregation;
using GpuRisk.Simulation.Revaluation;
using GpuRisk.Simulation.Scenarios;

namespace GpuRisk.Simulation.Tests;

public sealed class CancellationTests
{
    private const int Count = 2_000;

    [Fact]
    public void A_cancelled_run_stops_and_another_is_right()
    {
        Book book = MixedBook.WithAccounts(200);
        using Accelerator accelerator = new CpuAccelerator(2);
        using var scenarios = new EllipticalScenarios(accelerator, MixedBook.Model(), 1);
        using var revaluer = new Revaluer(accelerator, InstrumentCompiler.Compile(book, scenarios.Factors), scenarios);
        using var simulator = new Simulator(accelerator, revaluer, book.Positions, Count, new PlanOptions { Tile = 32, MemoryBytes = 1 << 19 }, 0);
        Assert.True(simulator.Plan.Blocks > 3);
        using var source = new CancellationTokenSource();
        var watch = new BlockWatch(blocks =>
        {
            if (blocks == 2)
                source.Cancel();
        });
        Assert.ThrowsAny<OperationCanceledException>(() => simulator.Run([watch], watch, source.Token));
        Assert.Equal(2, watch.Blocks);
        Assert.Equal(2 * simulator.Plan.Block, watch.Done);

        var recorder = new LossRecorder(200, Count);
        simulator.Run([recorder], null, CancellationToken.None);
        double[][] expected = Pipeline.Profits(book, MixedBook.Model(), Count);
        for (int a = 0; a < 200; a++)
            Assert.Equal(expected[a], recorder.Of(a).Select(loss => -loss));
    }

    [Fact]
    public void A_run_that_is_cancelled_before_it_starts_does_nothing()
    {
        Book book = MixedBook.WithAccounts(1);
        using Accelerator accelerator = new CpuAccelerator(2);
        using var scenarios = new EllipticalScenarios(accelerator, MixedBook.Model(), 1);
        using var revaluer = new Revaluer(accelerator, InstrumentCompiler.Compile(book, scenarios.Factors), scenarios);
        using var simulator = new Simulator(accelerator, revaluer, book.Positions, Count, new PlanOptions(), 0);
        var watch = new BlockWatch(_ => { });
        Assert.ThrowsAny<OperationCanceledException>(() => simulator.Run([watch], watch, new CancellationToken(canceled: true)));
        Assert.Equal((0, 0), (watch.Blocks, watch.Done));
    }

    [Fact]
    public void Progress_tells_every_block_and_ends_with_the_run()
    {
        Book book = MixedBook.WithAccounts(200);
        using Accelerator accelerator = new CpuAccelerator(2);
        using var scenarios = new EllipticalScenarios(accelerator, MixedBook.Model(), 1);
        using var revaluer = new Revaluer(accelerator, InstrumentCompiler.Compile(book, scenarios.Factors), scenarios);
        using var simulator = new Simulator(accelerator, revaluer, book.Positions, Count, new PlanOptions { Tile = 32, MemoryBytes = 1 << 19 }, 0);
        var watch = new BlockWatch(_ => { });
        simulator.Run([watch], watch, CancellationToken.None);
        Assert.Equal((simulator.Plan.Blocks, Count), (watch.Blocks, watch.Done));
    }

    private sealed class BlockWatch(Action<int> consumed) : IProfitConsumer, IProgress<int>
    {
        public int Blocks { get; private set; }

        public int Done { get; private set; }

        public void Consume(Accelerator accelerator, ProfitBlock block, CancellationToken cancellation) => consumed(++Blocks);

        public void Report(int value) => Done = value;
    }
}
