using System.Runtime.CompilerServices;
using GpuRisk.Kernels.Lanes;

namespace GpuRisk.Kernels.Mathematics;

/// <summary>
/// Functions whose coefficients are known at run time only: sum over k of c_k T_k(x), x in [-1, 1], by Clenshaw's recurrence (1955).
/// Outside, the sum grows without bound: whoever calls keeps x inside.
/// </summary>
public static class ChebyshevSeries
{
    /// <param name="coefficients">c_0 stands at <paramref name="first"/>.</param>
    /// <param name="terms">At least 1.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static R Of<R, W>(R x, Table<double> coefficients, long first, int terms)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W>
    {
        R twice = x + x;
        R above = R.Of(0.0);
        R sum = R.Of(0.0);
        for (int k = terms - 1; k > 0; k--)
        {
            R next = R.Fma(twice, sum, coefficients[first + k] - above);
            above = sum;
            sum = next;
        }
        return R.Fma(x, sum, coefficients[first] - above);
    }
}
