using System.Numerics;
using System.Runtime.CompilerServices;
using GpuRisk.Kernels.Lanes;
using GpuRisk.Kernels.Tails;

namespace GpuRisk.Kernels;

/// <summary>
/// Exact streaming selection of the worst scenarios of each account: scalar kernels, one account an item. An account owns
/// <c>capacity</c> candidates (profit and scenario), a count, and a threshold: a profit that is not at least as great becomes a candidate.
/// A threshold of NaN lets every profit in, infinite gains too.
/// The order is total: lower profit first, ties by lower scenario; scenarios arrive in ascending order.
/// </summary>
public static class TailKernels
{
    /// <summary>
    /// Takes in the profits of <paramref name="scenarios"/> further scenarios, numbered from <paramref name="firstScenario"/>.
    /// A profit that is not a number counts as -infinity, so that it ends up in the tail and is seen.
    /// </summary>
    /// <param name="keep">Depth of the tail, below <paramref name="capacity"/> by a bundle of the widest lanes at least; at a third of it the selection is quickest.</param>
    [Kernel, MethodImpl(MethodImplOptions.NoInlining)]
    public static void Select<R, W>(
        int item, int keep, int capacity, int scenarios, int firstScenario, int blockStride, Reals<R, W> bundles, Table<double> accountProfits,
        Reals<R, W> minima, Column<double> candidateProfits, Column<int> candidateScenarios, Column<int> counts, Column<double> thresholds)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W>
    {
        long own = (long)item * capacity;
        long row = (long)item * blockStride;
        if (firstScenario == 0 && scenarios >= TailBound.BoundedFrom * keep)
        {
            int groups = Minima(own, row, keep, capacity, scenarios, bundles, minima);
            if (groups >= keep)
                thresholds[item] = TailBound.Threshold(own, groups, keep, candidateProfits);
        }
        int count = counts[item];
        double threshold = thresholds[item];
        for (int bundle = 0; bundle < scenarios; bundle += R.Lanes)
        {
            uint below = R.Below(bundles[row + bundle], threshold);
            while (below != 0)
            {
                int s = bundle + BitOperations.TrailingZeroCount(below);
                below &= below - 1;
                if (s >= scenarios)
                    break;
                candidateProfits[own + count] = TailCandidates.Counted(accountProfits[row + s]);
                candidateScenarios[own + count] = firstScenario + s;
                count++;
            }
            if (count > capacity - R.Lanes)
            {
                TailCandidates.Partition(own, count, keep, candidateProfits, candidateScenarios);
                threshold = TailCandidates.Worst(own, keep, candidateProfits);
                count = keep;
            }
        }
        thresholds[item] = threshold;
        counts[item] = count;
    }

    /// <summary>
    /// Writes the least profits of groups of scenarios in the candidates' place, which is free before the first of them, and returns how many:
    /// a lane of some consecutive bundles is a group. Bundles left over belong to none.
    /// </summary>
    private static int Minima<R, W>(long own, long row, int keep, int capacity, int scenarios, Reals<R, W> bundles, Reals<R, W> minima)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W>
    {
        int wanted = (TailBound.GroupsKept * keep + R.Lanes - 1) / R.Lanes;
        int fit = capacity / R.Lanes;
        int columns = wanted < fit ? wanted : fit;
        int length = scenarios / (columns * R.Lanes);
        long at = row;
        for (int column = 0; column < columns; column++)
        {
            // NaN is less than nothing, so it leaves the minimum alone: it comes in whatever the threshold.
            R least = R.Of(double.PositiveInfinity);
            for (int i = 0; i < length; i++)
            {
                R profit = bundles[at];
                least = R.IfLess(profit, least, profit, least);
                at += R.Lanes;
            }
            minima[own + column * R.Lanes] = least;
        }
        return length == 0 ? 0 : columns * R.Lanes;
    }

    /// <summary>Leaves the <paramref name="keep"/> first candidates of the order, sorted; fewer where fewer came.</summary>
    [Kernel, MethodImpl(MethodImplOptions.NoInlining)]
    public static void Finish(
        int item, int keep, int capacity, Column<double> candidateProfits, Column<int> candidateScenarios, Column<int> counts)
    {
        long own = (long)item * capacity;
        int count = counts[item];
        if (count > keep)
        {
            TailCandidates.Partition(own, count, keep, candidateProfits, candidateScenarios);
            count = keep;
        }
        TailCandidates.Sort(own, count, candidateProfits, candidateScenarios);
        counts[item] = count;
    }
}
