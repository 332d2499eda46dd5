using System.Runtime.CompilerServices;
using GpuRisk.Kernels.Lanes;
using GpuRisk.Kernels.Mathematics;

namespace GpuRisk.Kernels;

/// <summary>From shocks to the moves of market objects. Item: a scenario of the tile.</summary>
public static class MarketKernels
{
    /// <summary>
    /// Row r writes x = weights[2r] shock_i + weights[2r + 1] shock_j with i = factors[2r], j = factors[2r + 1], and e^x: the ratio of a
    /// market object (spot, forward, volatility, its inverse, a discount factor) to its value today. Everything that instruments
    /// share is computed here, once a scenario.
    /// </summary>
    [Kernel, MethodImpl(MethodImplOptions.NoInlining)]
    public static void Move<R, W>(
        int item, int row, Table<int> factors, Table<double> weights, int stride, Reals<R, W> shocks, Reals<R, W> logs, Reals<R, W> ratios)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W>
    {
        R second = shocks[(long)factors[2L * row + 1] * stride + item] * weights[2L * row + 1];
        R x = R.Fma(shocks[(long)factors[2L * row] * stride + item], weights[2L * row], second);
        logs[(long)row * stride + item] = x;
        ratios[(long)row * stride + item] = RealMath.Exp<R, W>(x);
    }
}
