using System.Runtime.CompilerServices;
using GpuRisk.Kernels.Lanes;

namespace GpuRisk.Kernels;

/// <summary>From profits of instruments to profits of accounts.</summary>
public static class AggregationKernels
{
    /// <summary>
    /// Item: two scenarios of the tile, half a tile apart; row: a block of accounts, or of segments of accounts.
    /// profit_a(s) = sum_j quantity_j profit_{instrument_j}(s), in the order of the positions with fused additions, for s = item and
    /// s = item + half: two sums share each index and quantity, and hide each other's latency. Positions as CSR.
    /// accountProfits: account x scenario with stride <paramref name="blockStride"/>; the tile starts at <paramref name="blockOffset"/>.
    /// </summary>
    [Kernel, KernelInstance(typeof(Binary64)), KernelInstance(typeof(Binary32)), MethodImpl(MethodImplOptions.NoInlining)]
    public static void Accounts<R, W, E>(
        int item, int row, int half, int block, int accounts, Table<int> rowStart, Table<int> instruments, Table<double> quantities, int stride, Stored<R, W, E> profits,
        int blockStride, int blockOffset, Reals<R, W> accountProfits)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W>
        where E : struct, IElement
    {
        int end = row * block + block < accounts ? row * block + block : accounts;
        // 64-bit from the start: a conversion an index costs this loop a tenth of its time.
        long width = stride;
        long here = item;
        long there = (long)item + half;
        for (int account = row * block; account < end; account++)
        {
            R first = R.Of(0.0);
            R second = R.Of(0.0);
            long last = rowStart[account + 1];
            for (long j = rowStart[account]; j < last; j++)
            {
                long at = instruments[j] * width;
                double quantity = quantities[j];
                first = R.Fma(profits[at + here], quantity, first);
                second = R.Fma(profits[at + there], quantity, second);
            }
            long target = (long)account * blockStride + blockOffset + item;
            // Read again only when the block is full: in the cache they would push the slice of profits out.
            accountProfits.Stream(target, first);
            accountProfits.Stream(target + half, second);
        }
    }

    /// <summary>
    /// Item: a scenario of the tile; row: a block of accounts. profit_a(s) = sum of the sums of its segments, in their order; each account has
    /// one at least. sums: segment x scenario with the given stride; accountProfits as above.
    /// </summary>
    [Kernel, MethodImpl(MethodImplOptions.NoInlining)]
    public static void Totals<R, W>(
        int item, int row, int block, int accounts, Table<int> accountStart, int stride, Reals<R, W> sums, int blockStride, int blockOffset,
        Reals<R, W> accountProfits)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W>
    {
        int end = row * block + block < accounts ? row * block + block : accounts;
        for (int account = row * block; account < end; account++)
        {
            long segment = accountStart[account];
            R total = sums[segment * stride + item];
            long last = accountStart[account + 1];
            for (segment++; segment < last; segment++)
                total = total + sums[segment * stride + item];
            accountProfits.Stream((long)account * blockStride + blockOffset + item, total);
        }
    }
}
