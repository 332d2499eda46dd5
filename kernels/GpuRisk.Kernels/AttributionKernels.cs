using System.Runtime.CompilerServices;
using GpuRisk.Kernels.Lanes;

namespace GpuRisk.Kernels;

/// <summary>Which positions made an account's tail.</summary>
public static class AttributionKernels
{
    /// <summary>
    /// For each position j of account <paramref name="item"/>: sums[j] += sum_e weight_e profit_{instrument_j}(column_e) over the account's
    /// tail scenarios of this block, entryStart[item] to entryStart[item + 1] - 1, in their order. Scalar kernel.
    /// profits: instrument x column with the given stride.
    /// </summary>
    [Kernel, MethodImpl(MethodImplOptions.NoInlining)]
    public static void Contributions(
        int item, Table<int> rowStart, Table<int> instruments, Table<int> entryStart, Table<int> columns, Table<double> weights,
        int stride, Table<double> profits, Column<double> sums)
    {
        int last = rowStart[item + 1];
        int lastEntry = entryStart[item + 1];
        for (int j = rowStart[item]; j < last; j++)
        {
            double sum = sums[j];
            for (int e = entryStart[item]; e < lastEntry; e++)
                sum = Math.FusedMultiplyAdd(profits[(long)instruments[j] * stride + columns[e]], weights[e], sum);
            sums[j] = sum;
        }
    }
}
