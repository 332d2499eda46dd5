using GpuRisk.Accelerators;
using GpuRisk.Accelerators.Launches;
using GpuRisk.Domain.Portfolios;
using GpuRisk.Kernels.Lanes;
using GpuRisk.Simulation.Revaluation;

namespace GpuRisk.Simulation.Aggregation;

/// <summary>From profits of instruments in a tile to profits of accounts in a block.</summary>
public sealed class Aggregator : IDisposable
{
    /// <summary>Accounts a launch row, at most.</summary>
    private const int LargestBlock = 16;

    private readonly PositionBuffers positions;
    private readonly DeviceBuffer<int> sumStart;
    private readonly DeviceBuffer<int>? accountStart;
    private readonly DeviceBuffer<double>[] segmentSums;
    private readonly int sums;
    private readonly int block;

    /// <param name="owners">Tiles that are worked on at a time.</param>
    public Aggregator(Accelerator accelerator, PositionTable table, InstrumentTable instruments, int tile, int owners)
    {
        using var guard = new AllocationGuard();
        positions = guard.Hold(new PositionBuffers(accelerator, table, instruments));
        PositionSegments? segments = PositionSegments.Of(table);
        sums = segments?.Count ?? positions.Accounts;
        block = RowBlock.Of(accelerator, sums, LargestBlock);
        sumStart = segments is null ? positions.RowStart : guard.Hold(accelerator.Upload<int>(segments.RowStart));
        accountStart = segments is null ? null : guard.Hold(accelerator.Upload<int>(segments.AccountStart));
        segmentSums = segments is null ? [] : [.. Enumerable.Range(0, owners).Select(_ => guard.Hold(accelerator.Allocate<double>((long)sums * tile)))];
        guard.Release();
    }

    public int Accounts => positions.Accounts;

    /// <summary>Rows of <see cref="LaunchSums"/>.</summary>
    public int SumBlocks => (sums + block - 1) / block;

    /// <summary>Rows of <see cref="LaunchTotals"/>; 0 where the sums are the accounts'.</summary>
    public int TotalBlocks => accountStart is null ? 0 : (Accounts + block - 1) / block;

    public static long Bytes(PositionTable positions) => PositionBuffers.Bytes(positions) + 2L * PositionSegments.CountOf(positions) * sizeof(int);

    /// <summary>Sums of accounts or their segments over a tile, whose first scenario is <paramref name="offset"/> of the block.</summary>
    public void LaunchSums(LaunchQueue queue, int owner, TileBuffers tile, ProfitBlock profits, int offset, int firstBlock, int blocks)
    {
        if (tile.Precision == Precision.Mixed)
            queue.Launch(Sums<Binary32>(owner, tile, profits, offset), tile.Stride / 2, firstBlock, blocks);
        else
            queue.Launch(Sums<Binary64>(owner, tile, profits, offset), tile.Stride / 2, firstBlock, blocks);
    }

    /// <summary>Accounts from their segments.</summary>
    public void LaunchTotals(LaunchQueue queue, int owner, TileBuffers tile, ProfitBlock profits, int offset, int firstBlock, int blocks)
    {
        if (accountStart is not null)
        {
            queue.Launch(
                new TotalsLaunch(block, Accounts, accountStart, tile.Stride, segmentSums[owner], profits.Stride, offset, profits.Profits), tile.Stride,
                firstBlock, blocks);
        }
    }

    public void Dispose()
    {
        foreach (DeviceBuffer<double> sum in segmentSums)
            sum.Dispose();
        accountStart?.Dispose();
        sumStart.Dispose();
        positions.Dispose();
    }

    private AccountsLaunch<E> Sums<E>(int owner, TileBuffers tile, ProfitBlock profits, int offset)
        where E : struct, IElement
    {
        bool segmented = accountStart is not null;
        return new AccountsLaunch<E>(
            tile.Stride / 2, block, sums, sumStart, positions.ProfitRows, positions.Quantities, tile.Stride, tile.Profits,
            segmented ? tile.Stride : profits.Stride, segmented ? 0 : offset, segmented ? segmentSums[owner] : profits.Profits);
    }
}
