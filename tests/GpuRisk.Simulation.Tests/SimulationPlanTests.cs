using System.Globalization;
using System.Text.RegularExpressions;
using GpuRisk.Accelerators;
using GpuRisk.Accelerators.Cpu;

namespace GpuRisk.Simulation.Tests;

public sealed partial class SimulationPlanTests
{
    [Fact]
    public void Every_plan_covers_the_run_within_its_budget()
    {
        using Accelerator accelerator = new CpuAccelerator(2);
        int unit = 2 * accelerator.ItemGranularity;
        foreach (int scenarios in new[] { 1, 31, 32, 33, 1_000, 10_000, 1_000_000 })
        foreach (int rows in new[] { 0, 1, 500, 50_000 })
        foreach (int accounts in new[] { 0, 1, 24, 5_000 })
        foreach (int? tile in new int?[] { null, 1, 32, 100, 1 << 20 })
        foreach (long budget in new[] { 1L << 24, 1L << 30 })
        {
            long marketBytes = 8L * 30, tileBytes = 8L * Math.Max(1, rows) + marketBytes, fixedBytes = 12L * accounts;
            var options = new PlanOptions { Tile = tile, MemoryBytes = budget };
            SimulationPlan plan;
            try
            {
                plan = SimulationPlan.Make(accelerator, options, scenarios, rows, accounts, marketBytes, fixedBytes);
            }
            catch (MemoryBudgetException)
            {
                continue;
            }
            Assert.Equal(0, plan.Tile % unit);
            Assert.InRange(plan.Tile, unit, Math.Max(unit, scenarios + unit - 1));
            Assert.True(plan.BlockTiles >= 1);
            Assert.Equal(plan.Tile * plan.BlockTiles, plan.Block);
            Assert.True((long)plan.Block * plan.Blocks >= scenarios);
            Assert.True((long)plan.Block * (plan.Blocks - 1) < scenarios);
            Assert.True(fixedBytes + tileBytes * plan.Tile * (plan.SharesTile ? 1 : accelerator.Queues) + 8L * Math.Max(1, accounts) * plan.Block <= budget);
            if (tile is { } wanted && wanted < scenarios)
                Assert.InRange(plan.Tile, wanted, wanted + unit - 1);
        }
    }

    [Fact]
    public void A_budget_that_is_too_small_is_refused_with_what_is_enough()
    {
        using Accelerator accelerator = new CpuAccelerator(2);
        SimulationPlan Make(long bytes) =>
            SimulationPlan.Make(accelerator, new PlanOptions { MemoryBytes = bytes }, 10_000, 50_000, 100_000, 8L * 10_000, 70_000_000);
        MemoryBudgetException refusal = Assert.Throws<MemoryBudgetException>(() => Make(1 << 20));
        Match named = Need().Match(refusal.Message);
        Assert.True(named.Success, refusal.Message);
        Assert.Contains("100000 accounts, 50000 instruments", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("the budget is 1 MiB", refusal.Message, StringComparison.Ordinal);
        long enough = long.Parse(named.Groups[1].Value, CultureInfo.InvariantCulture);
        Assert.Equal(1, Make(enough << 20).BlockTiles);
        Assert.Throws<MemoryBudgetException>(() => Make((enough - 1) << 20));
    }

    [Fact]
    public void A_book_that_fits_no_cache_has_the_smallest_tile()
    {
        using Accelerator accelerator = new CpuAccelerator(2);
        int unit = 2 * accelerator.ItemGranularity;
        int TileOf(int rows) => SimulationPlan.Make(accelerator, new PlanOptions { MemoryBytes = 1L << 36 }, 10_000, rows, 10, 8, 0).Tile;
        Assert.True(TileOf(1) > 4 * unit);
        Assert.Equal(unit, TileOf(10_000_000));
        foreach (int rows in new[] { 100, 1_000, 10_000, 100_000, 1_000_000 })
            Assert.InRange(TileOf(rows), unit, TileOf(1));
    }

    [Fact]
    public void Queues_share_a_tile_only_where_a_slice_for_each_would_crowd_the_cache()
    {
        using Accelerator one = new CpuAccelerator(1), two = new CpuAccelerator(2);
        static bool Shares(Accelerator accelerator, int rows, bool? asked = null) =>
            SimulationPlan.Make(accelerator, new PlanOptions { MemoryBytes = 1L << 36, SharesTile = asked }, 10_000, rows, 10, 8, 0).SharesTile;
        Assert.False(Shares(two, 10));
        Assert.True(Shares(two, 10_000_000));
        Assert.False(Shares(one, 10_000_000));
        Assert.True(Shares(two, 10, asked: true));
        Assert.False(Shares(two, 10_000_000, asked: false));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    [InlineData(int.MinValue)]
    public void A_tile_without_scenarios_is_refused(int tile)
    {
        using Accelerator accelerator = new CpuAccelerator(1);
        Assert.Throws<ArgumentOutOfRangeException>(
            () => SimulationPlan.Make(accelerator, new PlanOptions { Tile = tile }, 1_000, 10, 10, 8, 0));
    }

    [Fact]
    public void A_tile_larger_than_the_run_is_the_run()
    {
        using Accelerator accelerator = new CpuAccelerator(1);
        Assert.Equal(1_024, SimulationPlan.Make(accelerator, new PlanOptions { Tile = int.MaxValue }, 1_000, 10, 10, 8, 0).Tile);
    }

    [GeneratedRegex("^([0-9]+) MiB are needed")]
    private static partial Regex Need();
}
