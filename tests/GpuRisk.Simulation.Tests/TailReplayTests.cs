using GpuRisk.Accelerators;
using GpuRisk.Accelerators.Cpu;
using GpuRisk.Accelerators.Launches;
using GpuRisk.Domain.Portfolios;
using GpuRisk.Simulation.Aggregation;
using GpuRisk.Simulation.Attribution;
using GpuRisk.Simulation.Revaluation;
using GpuRisk.Simulation.Scenarios;
using GpuRisk.Simulation.Tails;
using GpuRisk.TestSupport.Devices;

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

    /// <summary>Positions that one slow thread of a device takes one after the other would keep the whole of it waiting.</summary>
    [Fact]
    public void A_large_account_is_shared_among_work_items_and_its_positions_have_the_bits_that_they_have_alone()
    {
        PositionTable all = Holdings.Positions;
        var two = new PositionTable(["small", "large"], (int[])[0, 1, all.Count], all.Instrument.ToArray(), all.Quantity.ToArray());
        var each = new PositionTable(
            [.. Enumerable.Range(0, all.Count).Select(j => $"P{j}")], (int[])[.. Enumerable.Range(0, all.Count + 1)], all.Instrument.ToArray(), all.Quantity.ToArray());
        using var counting = new CountingAccelerator(ContributionsLaunch.Kernel);
        double[] together = Replay(counting, Holdings, two, SameTail(2), new PlanOptions()), apart = Replay(Holdings, SameTail(all.Count), new PlanOptions(), 2, each);
        Assert.Equal(apart, together);
        Assert.Equal(1 + (all.Count - 1 + PositionSegments.Length - 1) / PositionSegments.Length, counting.Items);
        Assert.True(counting.Items > 3);
    }

    [Fact]
    public void Without_positions_or_tails_there_is_nothing()
    {
        Book empty = MixedBook.Instruments().Account("none").Build();
        Assert.Empty(Replay(empty, new TailWeights([0, 0], [], []), new PlanOptions(), 1));
        Assert.All(Replay(Holdings, new TailWeights(new int[Accounts + 1], [], []), new PlanOptions(), 1), c => Assert.Equal(0, c));
    }

    private static double[] Replay(Book book, TailWeights weights, PlanOptions options, int threads, PositionTable? positions = null)
    {
        using Accelerator accelerator = new CpuAccelerator(threads);
        return Replay(accelerator, book, positions ?? book.Positions, weights, options);
    }

    private static double[] Replay(Accelerator accelerator, Book book, PositionTable positions, TailWeights weights, PlanOptions options)
    {
        using var scenarios = new EllipticalScenarios(accelerator, MixedBook.Model(), 1);
        using var revaluer = new Revaluer(accelerator, InstrumentCompiler.Compile(book, scenarios.Factors), scenarios);
        return new TailReplay(accelerator, revaluer, positions, options).Run(weights, CancellationToken.None);
    }

    /// <summary>The first account's tail for every account.</summary>
    private static TailWeights SameTail(int accounts) => new(
        [.. Enumerable.Range(0, accounts + 1).Select(a => a * Depth)],
        [.. Enumerable.Range(0, accounts).SelectMany(_ => Tails.Scenarios(0).ToArray())],
        [.. Enumerable.Range(0, accounts).SelectMany(_ => Weights.Weights[..Depth])]);

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
