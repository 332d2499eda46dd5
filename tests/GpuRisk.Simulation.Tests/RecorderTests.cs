using GpuRisk.Accelerators;
using GpuRisk.Accelerators.Cpu;
using GpuRisk.Domain.Market;
using GpuRisk.Domain.Portfolios;
using GpuRisk.Domain.Scenarios;
using GpuRisk.Simulation.Aggregation;
using GpuRisk.Simulation.Revaluation;
using GpuRisk.Simulation.Scenarios;

namespace GpuRisk.Simulation.Tests;

/// <summary>What is handed on of a run is what the run computed, to the bit.</summary>
public sealed class RecorderTests
{
    [Theory]
    [InlineData(1, null, 64)]
    [InlineData(1_000, null, 64)]
    [InlineData(1_000, 32, 1)]
    [InlineData(300_000, null, 512)]
    public void Every_profit_is_handed_on_once_and_in_ascending_scenarios_of_its_account(int count, int? tile, int mebibytes)
    {
        Book book = MixedBook.OneAccountEach();
        var options = new PlanOptions { Tile = tile, MemoryBytes = (long)mebibytes << 20 };
        double[][] expected = Pipeline.Profits(book, MixedBook.Model(), count, options: options);
        double[][] written = [.. expected.Select(_ => new double[count])];
        int[] next = new int[expected.Length];

        using Accelerator accelerator = new CpuAccelerator(2);
        using var scenarios = new EllipticalScenarios(accelerator, MixedBook.Model(), 1);
        using var revaluer = new Revaluer(accelerator, InstrumentCompiler.Compile(book, scenarios.Factors), scenarios);
        using var simulator = new Simulator(accelerator, revaluer, book.Positions, count, options, 0);
        simulator.Run([new ProfitRecorder(Take)], null, CancellationToken.None);

        Assert.Equal(expected, written);

        void Take(int account, int firstScenario, ReadOnlySpan<double> profits)
        {
            Assert.Equal(next[account], firstScenario);
            profits.CopyTo(written[account].AsSpan(firstScenario));
            next[account] += profits.Length;
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    [InlineData(5_000)]
    public void The_shocks_that_are_handed_on_are_those_of_a_run_whatever_the_block(int count)
    {
        EllipticalModel model = MixedBook.Model();
        double[] drawn = Replay(model, count, 1L << 30);
        Assert.Equal(drawn, Replay(model, count, 1 << 14));

        // Given to a run in place of the model, they make the same profits.
        var shocks = new ShockMatrix(model.Factors, count, drawn, "replayed");
        Book book = MixedBook.OneAccountEach();
        Assert.Equal(Pipeline.Profits(book, model, count), Pipeline.Profits(book, shocks));
    }

    [Fact]
    public void Given_shocks_are_handed_on_as_they_are()
    {
        ShockMatrix shocks = MixedBook.RandomShocks(777);
        using Accelerator accelerator = new CpuAccelerator(2);
        using var scenarios = new GivenScenarios(accelerator, shocks);
        Assert.Equal(shocks.Values.ToArray(), Replay(accelerator, scenarios, 777, 1 << 14));
    }

    private static double[] Replay(EllipticalModel model, int count, long memoryBytes)
    {
        using Accelerator accelerator = new CpuAccelerator(2);
        using var scenarios = new EllipticalScenarios(accelerator, model, 1);
        return Replay(accelerator, scenarios, count, memoryBytes);
    }

    private static double[] Replay(Accelerator accelerator, IScenarioStage scenarios, int count, long memoryBytes)
    {
        int factors = scenarios.Factors.Count, next = 0;
        var values = new double[factors * count];
        ShockReplay.Run(accelerator, scenarios, count, memoryBytes, Take, CancellationToken.None);
        Assert.Equal(count, next);
        return values;

        void Take(int first, int items, int stride, ReadOnlySpan<double> shocks)
        {
            Assert.Equal(next, first);
            for (int f = 0; f < factors; f++)
                shocks.Slice(f * stride, items).CopyTo(values.AsSpan(f * count + first));
            next += items;
        }
    }
}
