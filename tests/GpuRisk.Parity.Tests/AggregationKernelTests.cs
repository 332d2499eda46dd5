using GpuRisk.Accelerators;
using GpuRisk.Accelerators.Cpu;
using GpuRisk.Accelerators.Launches;
using GpuRisk.Kernels.Lanes;

namespace GpuRisk.Parity.Tests;

/// <summary>Sums over positions against the plain loop of fused additions that they promise.</summary>
public sealed class AggregationKernelTests
{
    private const int Instruments = 30;
    private const int Tile = 64;

    [Fact]
    public void An_account_s_profit_is_the_fused_sum_in_the_order_of_its_positions()
    {
        Positions p = Positions.Random(seed: 61, accounts: 37);
        double[] profits = Reals(62, Instruments * Tile);
        foreach (LaneWidth width in Enum.GetValues<LaneWidth>())
        {
            foreach (int block in new[] { 1, 16, 64 })
            {
                using var accelerator = new CpuAccelerator(threads: 1, width);
                double[] sums = Aggregate(accelerator, p, profits, block);
                for (int i = 0; i < sums.Length; i++)
                    Assert.Equal(p.Sum(i / Tile, profits, i % Tile), sums[i]);
            }
        }
    }

    [Fact]
    public void A_contribution_is_the_fused_sum_over_the_tail_on_top_of_what_was_there()
    {
        Positions p = Positions.Random(seed: 63, accounts: 20), entries = Positions.Random(seed: 64, accounts: 20);
        double[] profits = Reals(65, Instruments * Tile), before = Reals(66, p.Instrument.Length);
        using var accelerator = new CpuAccelerator(threads: 1);
        using DeviceBuffer<int> rowStart = accelerator.Upload<int>(p.RowStart), instruments = accelerator.Upload<int>(p.Instrument);
        using DeviceBuffer<int> entryStart = accelerator.Upload<int>(entries.RowStart), columns = accelerator.Upload<int>(entries.Instrument);
        using DeviceBuffer<double> weights = accelerator.Upload<double>(entries.Quantity), slice = accelerator.Upload<double>(profits);
        using DeviceBuffer<double> sums = accelerator.Upload<double>(before);
        var launch = new ContributionsLaunch(rowStart, instruments, entryStart, columns, weights, Tile, slice, sums);
        accelerator.ForEach(1, (queue, _) => queue.LaunchScalar(launch, 0, 20), CancellationToken.None);
        var after = new double[before.Length];
        accelerator.Read<double>(sums, 0, after);
        for (int account = 0; account < 20; account++)
        {
            for (int j = p.RowStart[account]; j < p.RowStart[account + 1]; j++)
            {
                double expected = before[j];
                for (int e = entries.RowStart[account]; e < entries.RowStart[account + 1]; e++)
                    expected = Math.FusedMultiplyAdd(profits[p.Instrument[j] * Tile + entries.Instrument[e]], entries.Quantity[e], expected);
                Assert.Equal(expected, after[j]);
            }
        }
    }

    private static double[] Aggregate(Accelerator accelerator, Positions p, double[] profits, int block)
    {
        int accounts = p.RowStart.Length - 1;
        using DeviceBuffer<int> rowStart = accelerator.Upload<int>(p.RowStart), instruments = accelerator.Upload<int>(p.Instrument);
        using DeviceBuffer<double> quantities = accelerator.Upload<double>(p.Quantity), slice = accelerator.Upload<double>(profits);
        using DeviceBuffer<double> sums = accelerator.Allocate<double>(accounts * Tile);
        var launch = new AccountsLaunch<Binary64>(Tile / 2, block, accounts, rowStart, instruments, quantities, Tile, slice, Tile, 0, sums);
        accelerator.ForEach(1, (queue, _) => queue.Launch(launch, Tile / 2, 0, (accounts + block - 1) / block), CancellationToken.None);
        var values = new double[accounts * Tile];
        accelerator.Read<double>(sums, 0, values);
        return values;
    }

    private static double[] Reals(int seed, int count)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => 2e4 * random.NextDouble() - 1e4)];
    }

    private sealed record Positions(int[] RowStart, int[] Instrument, double[] Quantity)
    {
        /// <summary>Accounts of 0 to 19 positions.</summary>
        public static Positions Random(int seed, int accounts)
        {
            var random = new Random(seed);
            var rowStart = new int[accounts + 1];
            for (int a = 0; a < accounts; a++)
                rowStart[a + 1] = rowStart[a] + random.Next(20);
            return new Positions(rowStart, [.. Enumerable.Range(0, rowStart[^1]).Select(_ => random.Next(Instruments))], Reals(seed + 1, rowStart[^1]));
        }

        public double Sum(int account, double[] profits, int scenario)
        {
            double sum = 0;
            for (int j = RowStart[account]; j < RowStart[account + 1]; j++)
                sum = Math.FusedMultiplyAdd(profits[Instrument[j] * Tile + scenario], Quantity[j], sum);
            return sum;
        }
    }
}
