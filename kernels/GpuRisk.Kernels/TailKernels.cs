using System.Numerics;
using System.Runtime.CompilerServices;
using GpuRisk.Kernels.Lanes;

namespace GpuRisk.Kernels;

/// <summary>
/// Exact streaming selection of the worst scenarios of each account: scalar kernels, one account an item. An account owns
/// <c>capacity</c> candidates (profit and scenario), a count, and a threshold that a profit must fall below to become a candidate.
/// The order is total: lower profit first, ties by lower scenario; scenarios arrive in ascending order.
/// </summary>
public static class TailKernels
{
    /// <summary>A first block of fewer multiples of the depth is not worth a sample.</summary>
    private const int SampledFrom = 8;

    /// <summary>The rank of the guessed threshold in its sample, at most.</summary>
    private const int GuessRank = 32;

    /// <summary>What is added to the rank so that a sample by chance too low does not fail.</summary>
    private const int GuessSlack = 4;

    /// <summary>
    /// Takes in the profits of <paramref name="scenarios"/> further scenarios, numbered from <paramref name="firstScenario"/>.
    /// A profit that is not a number counts as -infinity, so that it ends up in the tail and is seen.
    /// </summary>
    /// <param name="keep">Depth of the tail, below <paramref name="capacity"/> by a bundle of the widest lanes at least.</param>
    [Kernel, MethodImpl(MethodImplOptions.NoInlining)]
    public static void Select<R, W>(
        int item, int keep, int capacity, int scenarios, int firstScenario, int blockStride, Reals<R, W> bundles, Table<double> accountProfits,
        Column<double> candidateProfits, Column<int> candidateScenarios, Column<int> counts, Column<double> thresholds)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W>
    {
        long own = (long)item * capacity;
        long row = (long)item * blockStride;
        int count = counts[item];
        if (firstScenario == 0 && scenarios >= SampledFrom * keep)
        {
            thresholds[item] = Guess(own, row, keep, capacity, scenarios, accountProfits, candidateProfits);
            count = Scan(
                item, own, row, 0, keep, capacity, scenarios, 0, bundles, accountProfits, candidateProfits, candidateScenarios, thresholds);
            if (count >= keep)
            {
                counts[item] = count;
                return;
            }
            // The sample promised too much: begin again without it.
            thresholds[item] = double.PositiveInfinity;
            count = 0;
        }
        counts[item] = Scan(
            item, own, row, count, keep, capacity, scenarios, firstScenario, bundles, accountProfits, candidateProfits, candidateScenarios, thresholds);
    }

    private static int Scan<R, W>(
        int item, long own, long row, int count, int keep, int capacity, int scenarios, int firstScenario, Reals<R, W> bundles,
        Table<double> accountProfits, Column<double> candidateProfits, Column<int> candidateScenarios, Column<double> thresholds)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W>
    {
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
                double profit = accountProfits[row + s];
                candidateProfits[own + count] = profit <= double.PositiveInfinity ? profit : double.NegativeInfinity;
                candidateScenarios[own + count] = firstScenario + s;
                count++;
            }
            if (count > capacity - R.Lanes)
            {
                Partition(own, count, keep, candidateProfits, candidateScenarios);
                threshold = Worst(own, keep, candidateProfits);
                count = keep;
            }
        }
        thresholds[item] = threshold;
        return count;
    }

    /// <summary>
    /// A threshold that about half as many again as <paramref name="keep"/> of the scenarios fall below, judged by the first of them: the
    /// rank-th smallest of a sample that keeps the rank small. Spares the candidates most of their partitions; their own place is its scratch.
    /// </summary>
    private static double Guess(
        long own, long row, int keep, int capacity, int scenarios, Table<double> accountProfits, Column<double> candidateProfits)
    {
        long sampled = 2L * (GuessRank - GuessSlack) * scenarios / (3L * keep);
        int sample = sampled < capacity ? (int)sampled : capacity;
        int rank = (int)(3L * keep * sample / (2L * scenarios)) + GuessSlack;
        for (int i = 0; i < rank; i++)
            candidateProfits[own + i] = double.PositiveInfinity;
        double threshold = double.PositiveInfinity;
        for (int s = 0; s < sample; s++)
        {
            double profit = accountProfits[row + s];
            if (profit >= threshold)
                continue;
            int place = rank - 1;
            while (place > 0 && candidateProfits[own + place - 1] > profit)
            {
                candidateProfits[own + place] = candidateProfits[own + place - 1];
                place--;
            }
            candidateProfits[own + place] = profit;
            threshold = candidateProfits[own + rank - 1];
        }
        return threshold;
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
            Partition(own, count, keep, candidateProfits, candidateScenarios);
            count = keep;
        }
        Sort(own, count, candidateProfits, candidateScenarios);
        counts[item] = count;
    }

    /// <summary>
    /// Moves the keep first of the order to the front: quickselect by Lomuto's partition, written without branches on the data, which no
    /// processor could predict.
    /// </summary>
    private static void Partition(long own, int count, int keep, Column<double> profits, Column<int> scenarios)
    {
        long low = own, high = own + count - 1, target = own + keep - 1;
        while (low < high)
        {
            Swap(low + (high - low) / 2, high, profits, scenarios);
            double pivot = profits[high];
            int pivotScenario = scenarios[high];
            long store = low;
            for (long i = low; i < high; i++)
            {
                double profit = profits[i];
                int scenario = scenarios[i];
                profits[i] = profits[store];
                scenarios[i] = scenarios[store];
                profits[store] = profit;
                scenarios[store] = scenario;
                store += (profit < pivot ? 1 : 0) | ((profit == pivot ? 1 : 0) & (scenario < pivotScenario ? 1 : 0));
            }
            Swap(store, high, profits, scenarios);
            if (target == store)
                return;
            if (target < store)
                high = store - 1;
            else
                low = store + 1;
        }
    }

    private static double Worst(long own, int keep, Column<double> profits)
    {
        double worst = profits[own];
        for (int i = 1; i < keep; i++)
        {
            if (profits[own + i] > worst)
                worst = profits[own + i];
        }
        return worst;
    }

    /// <summary>Shell's sort with Knuth's gaps 1, 4, 13, 40, ...: short, without recursion, and quick for tails of any depth.</summary>
    private static void Sort(long own, int count, Column<double> profits, Column<int> scenarios)
    {
        int gap = 1;
        while (gap < count / 3)
            gap = 3 * gap + 1;
        while (gap > 0)
        {
            for (int i = gap; i < count; i++)
            {
                double profit = profits[own + i];
                int scenario = scenarios[own + i];
                int j = i;
                while (j >= gap && Before(profit, scenario, profits[own + j - gap], scenarios[own + j - gap]))
                {
                    profits[own + j] = profits[own + j - gap];
                    scenarios[own + j] = scenarios[own + j - gap];
                    j -= gap;
                }
                profits[own + j] = profit;
                scenarios[own + j] = scenario;
            }
            gap /= 3;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Before(double profit, int scenario, double other, int otherScenario) =>
        profit < other || (profit == other && scenario < otherScenario);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Swap(long i, long j, Column<double> profits, Column<int> scenarios)
    {
        double profit = profits[i];
        profits[i] = profits[j];
        profits[j] = profit;
        int scenario = scenarios[i];
        scenarios[i] = scenarios[j];
        scenarios[j] = scenario;
    }
}
