using GpuRisk.Accelerators;
using GpuRisk.Accelerators.Cpu;
using GpuRisk.Simulation.Aggregation;
using GpuRisk.Simulation.Tails;

namespace GpuRisk.Parity.Tests;

/// <summary>The streaming selection against a full sort: lower profit first, ties by lower scenario, what is not a number as -infinity.</summary>
public sealed class TailKernelTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(100)]
    [InlineData(1001)]
    public void A_selection_of_any_depth_is_the_head_of_a_full_sort(int scenarios)
    {
        double[][] profits = [.. Enum.GetValues<Shape>().Select(shape => Profits(shape, scenarios))];
        foreach (int keep in new[] { 1, 2, 3, 7, 10, 50, 99, 100, 125, 126, 500, 1000, 1001 }.Where(k => k <= scenarios))
        {
            foreach (int blocks in new[] { 1, 2, 5 })
                AssertSelects(profits, scenarios, keep, blocks);
        }
    }

    [Fact]
    public void Losses_that_come_together_do_not_mislead_the_bound()
    {
        // Most groups of scenarios have no loss at all.
        double[] profits = [.. Enumerable.Range(0, 4_000).Select(s => s < 40 ? -1e6 : s)];
        AssertSelects([profits], profits.Length, 100, 1);
        AssertSelects([[.. profits.Reverse()]], profits.Length, 100, 1);
    }

    [Fact]
    public void Fewer_scenarios_than_the_depth_are_all_kept() =>
        AssertSelects([.. Enum.GetValues<Shape>().Select(shape => Profits(shape, 20))], 20, 64, 2);

    private static void AssertSelects(double[][] profits, int scenarios, int keep, int blocks)
    {
        foreach (LaneWidth width in Enum.GetValues<LaneWidth>())
        {
            using var accelerator = new CpuAccelerator(threads: 1, width);
            AssertSelects(accelerator, profits, scenarios, keep, blocks, parts: false, $"{width}");
        }
        using var parted = new CpuAccelerator(threads: 2);
        AssertSelects(parted, profits, scenarios, keep, blocks, parts: true, "in parts");
    }

    private static void AssertSelects(Accelerator accelerator, double[][] profits, int scenarios, int keep, int blocks, bool parts, string how)
    {
        TailSet set = Select(accelerator, profits, scenarios, keep, blocks, parts);
        for (int a = 0; a < profits.Length; a++)
        {
            (double Profit, int Scenario)[] expected = [.. FullSort(profits[a]).Take(keep)];
            Assert.True(
                set.Losses(a).ToArray().Select(l => -l).SequenceEqual(expected.Select(e => e.Profit))
                && set.Scenarios(a).ToArray().SequenceEqual(expected.Select(e => e.Scenario)),
                $"account {a}, {scenarios} scenarios, keep {keep}, {blocks} blocks, {how}");
        }
    }

    /// <summary>Blocks of equal length but the last; past the last scenario a row holds losses that must not be seen.</summary>
    private static TailSet Select(Accelerator accelerator, double[][] profits, int scenarios, int keep, int blocks, bool parts)
    {
        using var selection = new TailSelection(accelerator, profits.Length, keep, parts);
        int each = (scenarios + blocks - 1) / blocks;
        int stride = (each + 31) / 32 * 32;
        for (int first = 0; first < scenarios; first += each)
        {
            int count = Math.Min(each, scenarios - first);
            var block = new double[profits.Length * stride];
            Array.Fill(block, -1e300);
            for (int a = 0; a < profits.Length; a++)
                profits[a].AsSpan(first, count).CopyTo(block.AsSpan(a * stride));
            using DeviceBuffer<double> buffer = accelerator.Upload<double>(block);
            selection.Consume(accelerator, new ProfitBlock(buffer, profits.Length, stride, first, count), CancellationToken.None);
        }
        return selection.Finish(accelerator, CancellationToken.None);
    }

    private static IEnumerable<(double Profit, int Scenario)> FullSort(double[] profits) =>
        profits.Select((p, s) => (Profit: double.IsNaN(p) ? double.NegativeInfinity : p, Scenario: s)).OrderBy(e => e.Profit).ThenBy(e => e.Scenario);

    private enum Shape
    {
        Random,
        Ascending,
        Descending,
        Constant,
        Ties,
        Zeros,
        Special,
        NotANumber,
        PositiveInfinity,
        NegativeInfinity,
    }

    private static double[] Profits(Shape shape, int scenarios)
    {
        var random = new Random(51 + (int)shape);
        double[] special = [double.NaN, double.PositiveInfinity, double.NegativeInfinity, double.MaxValue, double.MinValue, double.Epsilon, 0.0, -0.0, 1];
        return [.. Enumerable.Range(0, scenarios).Select(s => shape switch
        {
            Shape.Random => random.NextDouble() - 0.5,
            Shape.Ascending => s,
            Shape.Descending => -s,
            Shape.Constant => 1,
            Shape.Ties => random.Next(4),
            Shape.Zeros => random.Next(2) == 0 ? 0.0 : -0.0,
            Shape.Special => special[random.Next(special.Length)],
            Shape.NotANumber => double.NaN,
            Shape.PositiveInfinity => double.PositiveInfinity,
            _ => double.NegativeInfinity,
        })];
    }
}
