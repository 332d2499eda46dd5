using System.Runtime.CompilerServices;
using GpuRisk.Kernels.Lanes;

namespace GpuRisk.Kernels.Tails;

/// <summary>
/// A bound that the tail of a block cannot lie above, from the least profits of groups of scenarios: where keep groups each have a
/// profit at or below it, at least keep scenarios do. With three groups for each scenario kept, about a fifth more than the tail
/// passes. Unlike a bound from a sample, it never fails.
/// </summary>
internal static class TailBound
{
    /// <summary>Groups for each scenario kept: candidates have room for as many.</summary>
    public const int GroupsKept = 3;

    /// <summary>A block of fewer multiples of the depth is not worth a bound.</summary>
    public const int BoundedFrom = 8;

    /// <summary>The smallest threshold that lets in every profit up to the keep-th smallest of the minima, which are left in another order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Threshold(long own, int groups, int keep, Column<double> minima)
    {
        double bound = Smallest(own, groups, keep, minima);
        return Above(bound);
    }

    /// <summary>The keep-th smallest, by quickselect; none of the values is NaN.</summary>
    private static double Smallest(long own, int count, int keep, Column<double> values)
    {
        long low = own, high = own + count - 1, target = own + keep - 1;
        while (low < high)
        {
            long middle = low + (high - low) / 2;
            double pivot = values[middle];
            values[middle] = values[high];
            values[high] = pivot;
            long store = low;
            for (long i = low; i < high; i++)
            {
                double value = values[i];
                values[i] = values[store];
                values[store] = value;
                store += value < pivot ? 1 : 0;
            }
            values[high] = values[store];
            values[store] = pivot;
            if (target == store)
                return pivot;
            if (target < store)
                high = store - 1;
            else
                low = store + 1;
        }
        return values[target];
    }

    /// <summary>The next greater double; above infinity NaN, which lets everything in.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Above(double x)
    {
        if (x == 0.0)
            return double.Epsilon;
        long bits = BitConverter.DoubleToInt64Bits(x);
        return BitConverter.Int64BitsToDouble(x > 0.0 ? bits + 1 : bits - 1);
    }
}
