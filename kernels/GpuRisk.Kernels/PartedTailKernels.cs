using System.Runtime.CompilerServices;
using GpuRisk.Kernels.Lanes;
using GpuRisk.Kernels.Tails;

namespace GpuRisk.Kernels;

/// <summary>
/// The selection of <see cref="TailKernels"/> in steps of many work items an account, for devices that run far more of them than there are
/// accounts. Neighbouring items read neighbouring scenarios. The tails are the same.
/// </summary>
public static class PartedTailKernels
{
    /// <summary>The first block alone. Item: a group, of every groups-th scenario; row: an account. Writes the group's least profit in the candidates' place.</summary>
    [Kernel, MethodImpl(MethodImplOptions.NoInlining)]
    public static void Minima<R, W>(int item, int row, int groups, int capacity, int scenarios, int blockStride, Reals<R, W> accountProfits, Reals<R, W> minima)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W>
    {
        long first = (long)row * blockStride + item;
        int length = scenarios / groups;
        R least = R.Of(double.PositiveInfinity);
        for (int i = 0; i < length; i++)
        {
            R profit = accountProfits[first + (long)i * groups];
            least = R.IfLess(profit, least, profit, least);
        }
        minima[(long)row * capacity + item] = least;
    }

    /// <summary>Item: an account. Turns its minima into a threshold.</summary>
    [Kernel, MethodImpl(MethodImplOptions.NoInlining)]
    public static void Bound(int item, int groups, int keep, int capacity, Column<double> minima, Column<double> thresholds) =>
        thresholds[item] = TailBound.Threshold((long)item * capacity, groups, keep, minima);

    /// <summary>
    /// Item: a part of an account's scenarios, every parts-th of them. Lists those that become candidates, <paramref name="room"/> at most, and
    /// counts them all.
    /// </summary>
    [Kernel, MethodImpl(MethodImplOptions.NoInlining)]
    public static void Filter(
        int item, int parts, int room, int scenarios, int blockStride, Table<double> accountProfits, Table<double> thresholds, Column<int> found,
        Column<int> foundCounts)
    {
        int account = item / parts;
        long row = (long)account * blockStride;
        double threshold = thresholds[account];
        int count = 0;
        for (int s = item - account * parts; s < scenarios; s += parts)
        {
            if (accountProfits[row + s] >= threshold)
                continue;
            if (count < room)
                found[(long)item * room + count] = s;
            count++;
        }
        foundCounts[item] = count;
    }

    /// <summary>Item: an account. Takes in what its parts found; a part that found more than it could list is gone through again.</summary>
    [Kernel, MethodImpl(MethodImplOptions.NoInlining)]
    public static void Merge(
        int item, int parts, int room, int keep, int capacity, int scenarios, int firstScenario, int blockStride, Table<double> accountProfits,
        Table<int> found, Table<int> foundCounts, Column<double> candidateProfits, Column<int> candidateScenarios, Column<int> counts,
        Column<double> thresholds)
    {
        long own = (long)item * capacity;
        long row = (long)item * blockStride;
        double threshold = thresholds[item];
        // Scenarios of this block do not come in order, so what equals the worst that is kept may still go before it.
        double worst = double.PositiveInfinity;
        int count = counts[item];
        for (int part = 0; part < parts; part++)
        {
            long list = (long)item * parts + part;
            bool listed = foundCounts[list] <= room;
            int last = listed ? foundCounts[list] : (scenarios - part + parts - 1) / parts;
            for (int i = 0; i < last; i++)
            {
                int s = listed ? found[list * room + i] : part + i * parts;
                double profit = accountProfits[row + s];
                if (profit >= threshold || profit > worst)
                    continue;
                candidateProfits[own + count] = TailCandidates.Counted(profit);
                candidateScenarios[own + count] = firstScenario + s;
                count++;
                if (count == capacity)
                {
                    TailCandidates.Partition(own, count, keep, candidateProfits, candidateScenarios);
                    worst = TailCandidates.Worst(own, keep, candidateProfits);
                    count = keep;
                }
            }
        }
        if (count > keep)
        {
            TailCandidates.Partition(own, count, keep, candidateProfits, candidateScenarios);
            count = keep;
        }
        if (count == keep)
            thresholds[item] = TailCandidates.Worst(own, keep, candidateProfits);
        counts[item] = count;
    }
}
