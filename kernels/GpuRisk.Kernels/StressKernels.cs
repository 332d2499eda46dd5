using System.Runtime.CompilerServices;
using GpuRisk.Kernels.Lanes;
using GpuRisk.Kernels.Tails;

namespace GpuRisk.Kernels;

/// <summary>Expected shortfalls of every account over many windows of one series of scenarios.</summary>
public static class StressKernels
{
    /// <summary>
    /// Item: an account. shortfalls_a(w) = sum_i weight_i(w) loss_i(w), with loss_0(w), loss_1(w), ... the worst losses of scenarios starts[w] to
    /// ends[w] - 1, worst first, by fused additions in that order. Starts and ends do not descend from window to window: the worst
    /// <paramref name="depth"/> scenarios of a window are those of the one before, less what left and with what came; after a leave
    /// the window is searched for what follows the last that is left. A profit that is not a number counts as -infinity.
    /// Scalar kernel.
    /// </summary>
    /// <param name="item">Counted from <paramref name="firstAccount"/>.</param>
    /// <param name="weights">Row weightRows[w] holds weight_i, <paramref name="depth"/> a row, 0 past the tail.</param>
    /// <param name="tail">Scratch, <paramref name="depth"/> an account: the worst scenarios of the window, worst first.</param>
    /// <param name="shortfalls">Account x window with the given stride.</param>
    [Kernel, MethodImpl(MethodImplOptions.NoInlining)]
    public static void Shortfalls(
        int item, int firstAccount, int windows, int depth, int blockStride, Table<double> accountProfits, Table<int> starts, Table<int> ends,
        Table<int> weightRows, Table<double> weights, Column<int> tail, int stride, Column<double> shortfalls)
    {
        long row = (long)(firstAccount + item) * blockStride;
        long own = (long)item * depth;
        int end = starts[0];
        int count = 0;
        for (int w = 0; w < windows; w++)
        {
            int start = starts[w];
            for (; end < ends[w]; end++)
                count = WindowTail.Enter(own, row, count, depth, end, accountProfits, tail);
            count = WindowTail.Leave(own, count, start, tail);
            int full = end - start < depth ? end - start : depth;
            for (; count < full; count++)
                tail[own + count] = WindowTail.Next(own, row, count, start, end, accountProfits, tail);
            double sum = 0.0;
            long weight = (long)weightRows[w] * depth;
            for (int i = 0; i < count; i++)
            {
                double profit = WindowTail.Profit(row, tail[own + i], accountProfits);
                if (weights[weight + i] != 0.0)
                    sum = Math.FusedMultiplyAdd(weights[weight + i], 0.0 - profit, sum);
            }
            shortfalls[(long)item * stride + w] = sum;
        }
    }

    /// <summary>
    /// Item: a window of the row's, which are <paramref name="width"/>; row: a part of the windows. sums[w] += shortfalls_a(w) over the accounts,
    /// in their order. shortfalls: account x window with the given stride.
    /// </summary>
    [Kernel, MethodImpl(MethodImplOptions.NoInlining)]
    public static void Sums<R, W>(int item, int row, int width, int accounts, int stride, Reals<R, W> shortfalls, Reals<R, W> sums)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W>
    {
        long window = (long)row * width + item;
        R sum = sums[window];
        long at = window;
        for (int account = 0; account < accounts; account++)
        {
            sum = sum + shortfalls[at];
            at += stride;
        }
        sums[window] = sum;
    }
}
