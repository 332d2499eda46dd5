using System.Runtime.CompilerServices;
using GpuRisk.Kernels.Lanes;

namespace GpuRisk.Kernels;

/// <summary>Shocks of several steps, summed while variances go on.</summary>
public static class PathKernels
{
    /// <summary>
    /// Row f takes the change e of unit variance in shocks and makes r = sigma e of it; adds it to the sum so far; and leaves
    /// sigma'^2 = omega + alpha r^2 + beta sigma^2. The sum goes to shocks at the last step. Sum and variance of factor f stand in scratch, at
    /// rows state + 2 f and after; at the first step they are 0 and variances[f]. Item: a scenario of the tile.
    /// </summary>
    /// <param name="first">1 at the first step, else 0.</param>
    /// <param name="last">1 at the last step, else 0.</param>
    [Kernel, MethodImpl(MethodImplOptions.NoInlining)]
    public static void Advance<R, W>(
        int item, int row, int first, int last, Table<double> variances, Table<double> omega, Table<double> alpha, Table<double> beta, int state, int stride,
        Reals<R, W> scratch, Reals<R, W> shocks)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W>
    {
        long at = (long)row * stride + item;
        long sumAt = ((long)state + 2L * row) * stride + item;
        R variance = R.Of(variances[row]);
        R sum = R.Of(0.0);
        if (first == 0)
        {
            sum = scratch[sumAt];
            variance = scratch[sumAt + stride];
        }
        R r = R.Sqrt(variance) * shocks[at];
        sum = sum + r;
        if (last == 0)
        {
            scratch[sumAt] = sum;
            scratch[sumAt + stride] = R.Fma(r * r, alpha[row], R.Fma(variance, beta[row], omega[row]));
        }
        else
        {
            shocks[at] = sum;
        }
    }
}
