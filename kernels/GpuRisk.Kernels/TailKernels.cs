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
    /// <summary>
    /// Takes in the profits of <paramref name="scenarios"/> further scenarios, numbered from <paramref name="firstScenario"/>.
    /// A profit that is not a number counts as -infinity, so that it ends up in the tail and is seen.
    /// </summary>
    /// <param name="keep">Depth of the tail, below <paramref name="capacity"/>.</param>
    [Kernel, MethodImpl(MethodImplOptions.NoInlining)]
    public static void Select(
        int item, int keep, int capacity, int scenarios, int firstScenario, int blockStride, Table<double> accountProfits,
        Column<double> candidateProfits, Column<int> candidateScenarios, Column<int> counts, Column<double> thresholds)
    {
        long own = (long)item * capacity;
        long row = (long)item * blockStride;
        int count = counts[item];
        double threshold = thresholds[item];
        for (int s = 0; s < scenarios; s++)
        {
            double profit = accountProfits[row + s];
            if (profit >= threshold)
                continue;
            candidateProfits[own + count] = profit < threshold ? profit : double.NegativeInfinity;
            candidateScenarios[own + count] = firstScenario + s;
            count++;
            if (count == capacity)
            {
                Partition(own, count, keep, candidateProfits, candidateScenarios);
                threshold = Worst(own, keep, candidateProfits);
                count = keep;
            }
        }
        counts[item] = count;
        thresholds[item] = threshold;
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
        for (int root = count / 2 - 1; root >= 0; root--)
            Sift(own, root, count, candidateProfits, candidateScenarios);
        for (int end = count - 1; end > 0; end--)
        {
            Swap(own, own + end, candidateProfits, candidateScenarios);
            Sift(own, 0, end, candidateProfits, candidateScenarios);
        }
        counts[item] = count;
    }

    /// <summary>Moves the keep first of the order to the front (Hoare's selection).</summary>
    private static void Partition(long own, int count, int keep, Column<double> profits, Column<int> scenarios)
    {
        long low = own, high = own + count - 1, target = own + keep - 1;
        while (low < high)
        {
            long middle = low + (high - low) / 2;
            double pivot = profits[middle];
            int pivotScenario = scenarios[middle];
            long i = low, j = high;
            while (i <= j)
            {
                while (Before(profits[i], scenarios[i], pivot, pivotScenario))
                    i++;
                while (Before(pivot, pivotScenario, profits[j], scenarios[j]))
                    j--;
                if (i <= j)
                {
                    Swap(i, j, profits, scenarios);
                    i++;
                    j--;
                }
            }
            if (target <= j)
                high = j;
            else if (target >= i)
                low = i;
            else
                return;
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

    /// <summary>Restores the heap whose root comes last in the order.</summary>
    private static void Sift(long own, int root, int count, Column<double> profits, Column<int> scenarios)
    {
        int child = 2 * root + 1;
        while (child < count)
        {
            if (child + 1 < count && Before(profits[own + child], scenarios[own + child], profits[own + child + 1], scenarios[own + child + 1]))
                child++;
            if (!Before(profits[own + root], scenarios[own + root], profits[own + child], scenarios[own + child]))
                return;
            Swap(own + root, own + child, profits, scenarios);
            root = child;
            child = 2 * root + 1;
        }
    }

    private static bool Before(double profit, int scenario, double other, int otherScenario) =>
        profit < other || (profit == other && scenario < otherScenario);

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
