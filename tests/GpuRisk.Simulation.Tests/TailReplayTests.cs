using GpuRisk.Accelerators;
using GpuRisk.Accelerators.Cpu;
using GpuRisk.Domain.Portfolios;
using GpuRisk.Simulation.Attribution;
using GpuRisk.Simulation.Revaluation;
using GpuRisk.Simulation.Scenarios;
using GpuRisk.Simulation.Tails;

namespace GpuRisk.Simulation.Tests;

/// <summary>Attribution re-prices the tail from its scenario numbers, and gives each position its part of the shortfall.</summary>
public sealed class TailReplayTests
{
    private const int Accounts = 70;
    private const int Count = 4_000;
    private const int Depth = 61;

    private static readonly Book Holdings = MixedBook.WithAccounts(Accounts);
    private static readonly TailSet Tails = Pipeline.Tails(Holdings, MixedBook.Model(), Count, Depth);
    private static readonly TailWeights Weights = UnequalWeights(Tails);
    private static readonly double[] Components = Replay(Holdings, Weights, new PlanOptions(), threads: 2);

    [Fact]
    public void Components_of_an_account_sum_to_its_weighted_tail()
    {
        int[] starts = Holdings.Positions.RowStart.ToArray();
        for (int a = 0; a < Accounts; a++)
        {
            double es = 0;
            for (int e = 0; e < Depth; e++)
                es += Weights.Weights[a * Depth + e] * Tails.Losses(a)[e];
            double[] own = Components[starts[a]..starts[a + 1]];
            Assert.InRange(own.Sum() - es, -Tolerance.ComponentSum * own.Sum(Math.Abs), Tolerance.ComponentSum * own.Sum(Math.Abs));
        }
    }

    [Fact]
    public void A_component_is_its_position_s_mean_loss_in_the_tail()
    {
        double[][] alone = Pipeline.Profits(MixedBook.OneAccountEach(), MixedBook.Model(), Count);
        int[] starts = Holdings.Positions.RowStart.ToArray();
        for (int a = 0; a < Accounts; a++)
        {
            for (int j = starts[a]; j < starts[a + 1]; j++)
            {
                double quantity = Holdings.Positions.Quantity.Span[j];
                double[] terms = [.. Enumerable.Range(0, Depth).Select(
                    e => -quantity * Weights.Weights[a * Depth + e] * alone[Holdings.Positions.Instrument.Span[j]][Tails.Scenarios(a)[e]])];
                double rounding = Tolerance.ComponentSum * terms.Sum(Math.Abs);
                Assert.InRange(Components[j] - terms.Sum(), -rounding, rounding);
            }
        }
    }

    [Theory]
    [InlineData(1L, 1)]
    [InlineData(1L << 17, 2)]
    [InlineData(1L << 19, 3)]
    [InlineData(1L << 24, 2)]
    public void Blocks_and_threads_do_not_change_a_bit(long memory, int threads) =>
        Assert.Equal(Components, Replay(Holdings, Weights, new PlanOptions { MemoryBytes = memory }, threads));

    [Fact]
    public void Without_positions_or_tails_there_is_nothing()
    {
        Book empty = MixedBook.Instruments().Account("none").Build();
        Assert.Empty(Replay(empty, new TailWeights([0, 0], [], []), new PlanOptions(), 1));
        Assert.All(Replay(Holdings, new TailWeights(new int[Accounts + 1], [], []), new PlanOptions(), 1), c => Assert.Equal(0, c));
    }

    private static double[] Replay(Book book, TailWeights weights, PlanOptions options, int threads)
    {
        using Accelerator accelerator = new CpuAccelerator(threads);
        using var scenarios = new GaussianScenarios(accelerator, MixedBook.Model(), 1);
        using var revaluer = new Revaluer(accelerator, InstrumentCompiler.Compile(book, scenarios.Factors), scenarios);
        return new TailReplay(accelerator, revaluer, book.Positions, options).Run(weights, CancellationToken.None);
    }

    /// <summary>Weights that tell the entries of a tail apart.</summary>
    private static TailWeights UnequalWeights(TailSet tails)
    {
        double[] own = [.. Enumerable.Range(0, Depth).Select(e => 2.0 * (e + 1) / (Depth * (Depth + 1)))];
        return new TailWeights(
            [.. Enumerable.Range(0, Accounts + 1).Select(a => a * Depth)],
            [.. Enumerable.Range(0, Accounts).SelectMany(a => tails.Scenarios(a).ToArray())],
            [.. Enumerable.Range(0, Accounts).SelectMany(_ => own)]);
    }
}
