using System.Runtime.CompilerServices;
using GpuRisk.Kernels.Lanes;
using GpuRisk.Kernels.Pricing;

namespace GpuRisk.Kernels;

/// <summary>
/// Full revaluation. Item: a scenario of the tile; row: a block of instruments. Market moves come as rows of
/// <see cref="MarketKernels.Move"/>, in which the tile starts at marketOffset; profits are instrument x scenario with the tile's stride, in the
/// reporting currency.
/// </summary>
public static class RevaluationKernels
{
    /// <summary>
    /// Reals that describe an option, in this order: ln(F0/K), w/(sigma sqrt(2 T)), w sigma sqrt(T/8), K/F0, scale, base value, and two
    /// that pad the record to a cache line. Scale is w F0 times the multiplier and today's discount factor or spot over forward.
    /// </summary>
    public const int OptionReals = 8;

    /// <summary>Market rows of an option, in this order: forward, volatility, inverse volatility, settlement.</summary>
    public const int OptionRows = 4;

    /// <summary>Coefficients of a linear contract, in this order: of the forward, of spot, of settlement, constant.</summary>
    public const int LinearReals = 4;

    /// <summary>Market rows of a linear contract, in this order: forward, spot, settlement.</summary>
    public const int LinearRows = 4;

    /// <summary>
    /// Options, linear and inverse alike: profit = multiplier a(s) w (F N(w d1) - K N(w d2)) - base with F = F0 f(s) and
    /// sigma = sigma0 m(s). Linear: a(s) is the discount factor. Inverse, coin value times spot: a(s) is spot over forward.
    /// </summary>
    [Kernel, KernelInstance(typeof(Binary64)), KernelInstance(typeof(Binary32)), MethodImpl(MethodImplOptions.NoInlining)]
    public static void Options<R, W, E>(
        int item, int row, int block, int count, Table<double> reals, Table<int> rows, int marketStride, int marketOffset, Reals<R, W> logs, Reals<R, W> ratios,
        int stride, Stored<R, W, E> profits)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W>
        where E : struct, IElement
    {
        long scenario = (long)marketOffset + item;
        int last = row * block + block;
        if (last > count)
            last = count;
        for (int j = row * block; j < last; j++)
        {
            long p = (long)j * OptionReals;
            long k = (long)j * OptionRows;
            long forwardRow = (long)rows[k] * marketStride + scenario;
            R x = logs[forwardRow] + reals[p];
            R h = x * (ratios[(long)rows[k + 2] * marketStride + scenario] * reals[p + 1]);
            R value = Black76.SignedValue<R, W>(ratios[forwardRow], reals[p + 3], h, ratios[(long)rows[k + 1] * marketStride + scenario], reals[p + 2]);
            R scale = ratios[(long)rows[k + 3] * marketStride + scenario] * reals[p + 4];
            profits[(long)j * stride + item] = R.Fma(value, scale, -reals[p + 5]);
        }
    }

    /// <summary>
    /// Spot, futures and perpetuals, linear and inverse alike: profit = a f(s) + b m(s) + c d(s) + e, with f the forward's ratio, m spot's
    /// and d that of spot over forward. firstProfit: the row of profits at which these contracts start.
    /// </summary>
    [Kernel, KernelInstance(typeof(Binary64)), KernelInstance(typeof(Binary32)), MethodImpl(MethodImplOptions.NoInlining)]
    public static void Linear<R, W, E>(
        int item, int row, int firstProfit, Table<double> reals, Table<int> rows, int marketStride, int marketOffset, Reals<R, W> ratios, int stride,
        Stored<R, W, E> profits)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W>
        where E : struct, IElement
    {
        long p = (long)row * LinearReals;
        long k = (long)row * LinearRows;
        long scenario = (long)marketOffset + item;
        R sum = R.Fma(ratios[(long)rows[k] * marketStride + scenario], reals[p], reals[p + 3]);
        sum = R.Fma(ratios[(long)rows[k + 1] * marketStride + scenario], reals[p + 1], sum);
        sum = R.Fma(ratios[(long)rows[k + 2] * marketStride + scenario], reals[p + 2], sum);
        profits[((long)firstProfit + row) * stride + item] = sum;
    }
}
