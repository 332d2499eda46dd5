using System.Runtime.CompilerServices;
using GpuRisk.Kernels.Lanes;

namespace GpuRisk.Kernels.Tails;

/// <summary>
/// The worst scenarios of an account in a window that moves on, from <c>own</c> on, worst first. The order is total: lower profit first, ties
/// by lower scenario.
/// </summary>
internal static class WindowTail
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Profit(long row, int scenario, Table<double> profits) => TailCandidates.Counted(profits[row + scenario]);

    /// <summary>Takes in a scenario later than all before it, and returns how many are held.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Enter(long own, long row, int count, int depth, int scenario, Table<double> profits, Column<int> tail)
    {
        double profit = Profit(row, scenario, profits);
        // Of equal profits the earlier comes first, and this is the latest.
        if (count == depth && profit >= Profit(row, tail[own + count - 1], profits))
            return count;
        int at = count < depth ? count : depth - 1;
        while (at > 0 && profit < Profit(row, tail[own + at - 1], profits))
        {
            tail[own + at] = tail[own + at - 1];
            at--;
        }
        tail[own + at] = scenario;
        return count < depth ? count + 1 : depth;
    }

    /// <summary>Drops the scenarios before <paramref name="start"/>, and returns how many remain.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Leave(long own, int count, int start, Column<int> tail)
    {
        int kept = 0;
        for (int i = 0; i < count; i++)
        {
            int scenario = tail[own + i];
            tail[own + kept] = scenario;
            kept += scenario >= start ? 1 : 0;
        }
        return kept;
    }

    /// <summary>The first scenario of the window, in the order, after the <paramref name="count"/> that are held; there is one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Next(long own, long row, int count, int start, int end, Table<double> profits, Column<int> tail)
    {
        int last = count > 0 ? tail[own + count - 1] : -1;
        double lastProfit = count > 0 ? Profit(row, last, profits) : double.NegativeInfinity;
        int next = -1;
        double nextProfit = double.PositiveInfinity;
        for (int s = start; s < end; s++)
        {
            double profit = Profit(row, s, profits);
            bool after = profit > lastProfit || (profit == lastProfit && s > last);
            if (after && (next < 0 || profit < nextProfit))
            {
                next = s;
                nextProfit = profit;
            }
        }
        return next;
    }
}
