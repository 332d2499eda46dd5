using System.Runtime.CompilerServices;
using GpuRisk.Kernels.Lanes;

namespace GpuRisk.Kernels.Tails;

/// <summary>
/// The candidates of an account: profit and scenario side by side, from <c>own</c> on. The order is total: lower profit first, ties by lower
/// scenario.
/// </summary>
internal static class TailCandidates
{
    /// <summary>What counts as the profit: one that is not a number counts as -infinity, so that it ends up in the tail and is seen.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Counted(double profit) => profit <= double.PositiveInfinity ? profit : double.NegativeInfinity;

    /// <summary>
    /// Moves the keep first of the order to the front: quickselect by Lomuto's partition, written without branches on the data, which no
    /// processor could predict.
    /// </summary>
    public static void Partition(long own, int count, int keep, Column<double> profits, Column<int> scenarios)
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

    /// <summary>The greatest of the first <paramref name="keep"/> profits.</summary>
    public static double Worst(long own, int keep, Column<double> profits)
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
    public static void Sort(long own, int count, Column<double> profits, Column<int> scenarios)
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
