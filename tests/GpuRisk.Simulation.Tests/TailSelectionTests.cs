using GpuRisk.Accelerators;
using GpuRisk.Accelerators.Cpu;
using GpuRisk.Domain.Portfolios;
using GpuRisk.Simulation.Aggregation;
using GpuRisk.Simulation.Tails;

namespace GpuRisk.Simulation.Tests;

/// <summary>The streaming selection against a full sort.</summary>
public sealed class TailSelectionTests
{
    [Theory]
    [InlineData(1, 1 << 30)]
    [InlineData(37, 1 << 30)]
    [InlineData(37, 1 << 20)]
    [InlineData(300, 1 << 20)]
    [InlineData(3_000, 1 << 20)]
    public void A_run_s_tails_are_the_worst_of_its_recorded_profits(int depth, long memory)
    {
        const int count = 3_000;
        Book book = MixedBook.WithAccounts(70);
        TailSet tails = Pipeline.Tails(book, MixedBook.Model(), count, depth, new PlanOptions { Tile = 64, MemoryBytes = memory });
        double[][] profits = Pipeline.Profits(book, MixedBook.Model(), count);
        Assert.Equal((70, depth), (tails.Accounts, tails.Depth));
        for (int a = 0; a < 70; a++)
            AssertWorst(profits[a], tails, a, depth);
    }

    [Theory]
    [InlineData(5, 64)]
    [InlineData(40, 192)]
    [InlineData(100, 1_024)]
    [InlineData(1_000, 4_096)]
    public void Ties_go_to_the_lower_scenario_whatever_the_blocks(int depth, int block)
    {
        const int accounts = 9, scenarios = 4_096;
        var random = new SplitMix(11);
        // The wider the range, the fewer ties: account 0 has one profit for all its scenarios.
        double[][] profits = [.. Enumerable.Range(0, accounts).Select(a => Enumerable.Range(0, scenarios).Select(_ => (double)random.Below(1 + 20 * a * a)).ToArray())];
        TailSet tails = Select(profits, depth, block);
        for (int a = 0; a < accounts; a++)
            AssertWorst(profits[a], tails, a, depth);
    }

    [Fact]
    public void A_profit_that_is_no_number_is_the_worst()
    {
        double[] profits = [.. Enumerable.Range(0, 640).Select(i => (double)i)];
        profits[500] = double.NaN;
        profits[77] = double.NegativeInfinity;
        profits[3] = double.PositiveInfinity;
        TailSet tails = Select([profits], 4, 128);
        Assert.Equal([77, 500, 0, 1], tails.Scenarios(0).ToArray());
        Assert.Equal([double.PositiveInfinity, double.PositiveInfinity, 0, -1], tails.Losses(0).ToArray());
    }

    [Fact]
    public void A_tail_deeper_than_the_run_is_the_run()
    {
        double[] profits = [.. Enumerable.Range(0, 64).Select(i => (double)(i * 29 % 64))];
        TailSet tails = Select([profits], 200, 64);
        Assert.Equal(64, tails.Losses(0).Length);
        AssertWorst(profits, tails, 0, 200);
    }

    private static void AssertWorst(double[] profits, TailSet tails, int account, int depth)
    {
        int[] expected = [.. Enumerable.Range(0, profits.Length).OrderBy(s => profits[s]).ThenBy(s => s).Take(depth)];
        Assert.Equal(expected, tails.Scenarios(account).ToArray());
        Assert.Equal(expected.Select(s => -profits[s]), tails.Losses(account).ToArray());
    }

    private static TailSet Select(double[][] profits, int depth, int block)
    {
        using Accelerator accelerator = new CpuAccelerator(2);
        int accounts = profits.Length, scenarios = profits[0].Length;
        using DeviceBuffer<double> buffer = accelerator.Allocate<double>((long)accounts * block);
        using var selection = new TailSelection(accelerator, accounts, depth);
        for (int first = 0; first < scenarios; first += block)
        {
            int count = Math.Min(block, scenarios - first);
            for (int a = 0; a < accounts; a++)
                accelerator.Write<double>(profits[a].AsSpan(first, count), buffer, (long)a * block);
            selection.Consume(accelerator, new ProfitBlock(buffer, accounts, block, first, count), CancellationToken.None);
        }
        return selection.Finish(accelerator, CancellationToken.None);
    }
}
