using System.Runtime.CompilerServices;
using GpuRisk.Kernels.Lanes;
using GpuRisk.Kernels.Mathematics;

namespace GpuRisk.Kernels;

/// <summary>
/// Sensitivities (Greeks) of one unit of each instrument, in the reporting currency, and their sums over positions. Lane kernels: item and row
/// are an instrument, row * block + item; inputs and greeks are matrices of numbers x instruments with one stride.
/// The value V is a function of spot S, the carry b of its forward F = S e^{bT}, volatility sigma, the interest rate r and the time to expiry T,
/// and each Greek is a partial derivative with the other four held: the forward moves with spot, and as time passes it slides along its carry.
/// Closed forms: Haug, "The Complete Guide to Option Pricing Formulas" (2007), chapter 2, with b the cost of carry.
/// </summary>
public static class GreeksKernels
{
    /// <summary>
    /// Figures of an instrument, in this order: delta dV/dS, gamma d2V/dS2, vega 0.01 dV/dsigma, theta -(dV/dT)/365, rho 0.01 dV/dr,
    /// carry rho 0.01 dV/db, vanna 0.01 d2V/dS dsigma, volga 0.0001 d2V/dsigma2.
    /// </summary>
    public const int Figures = 8;

    /// <summary>
    /// Inputs of an option, in this order: ln(F/K), sigma, T, w (1 a call, -1 a put), S, units = multiplier x a F/S with a the discount factor
    /// (linear) or spot over forward (inverse), b, r, the value where it is discounted at r (linear, else 0), the value where it is
    /// discounted at b (inverse, else 0).
    /// </summary>
    public const int OptionInputs = 10;

    /// <summary>Inputs of a linear contract, in this order: the values of its terms in the forward, in spot and in spot over forward; S, b, T.</summary>
    public const int LinearInputs = 6;

    private const double InverseRootTwoPi = 0.3989422804014327;
    private const double InverseYear = 1.0 / 365.0;
    private const double Point = 0.01;

    /// <summary>
    /// European options, V = multiplier a w (F N(w d1) - K N(w d2)) with a = e^{-rT} or, inverse, e^{-bT} = S/F. Domain: S, sigma and T
    /// positive, d1 and d2 finite; elsewhere what comes is not finite. Far from the money the Greeks are those of the intrinsic value.
    /// </summary>
    [Kernel, MethodImpl(MethodImplOptions.NoInlining)]
    public static void Options<R, W>(int item, int row, int block, int stride, Reals<R, W> inputs, Reals<R, W> greeks)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W>
    {
        long at = (long)row * block + item;
        long step = stride;
        R sigma = inputs[at + step];
        R time = inputs[at + 2 * step];
        R right = inputs[at + 3 * step];
        R spot = inputs[at + 4 * step];
        R units = inputs[at + 5 * step];
        R root = R.Sqrt(time);
        R deviation = sigma * root;
        R d1 = R.Fma(deviation, 0.5, inputs[at] / deviation);
        R d2 = d1 - deviation;
        R exercised = right * d1;
        R bell = RealMath.BellCurve<R, W>(exercised);
        R delta = units * right * RealMath.NormalCdfFromBell<R, W>(exercised, bell);
        R density = units * (bell * InverseRootTwoPi);
        R vega = density * spot * root;
        greeks[at] = delta;
        greeks[at + step] = density / (spot * deviation);
        greeks[at + 2 * step] = vega * Point;
        R discounted = inputs[at + 8 * step];
        // dV/d(bT): the forward's share of the value; an inverse value is itself discounted at the carry.
        R carried = R.Fma(spot, delta, -inputs[at + 9 * step]);
        R decay = vega * sigma / (time + time);
        R theta = R.Fma(inputs[at + 7 * step], discounted, R.Fma(-inputs[at + 6 * step], carried, -decay));
        greeks[at + 3 * step] = theta * InverseYear;
        greeks[at + 4 * step] = discounted * time * -Point;
        greeks[at + 5 * step] = carried * time * Point;
        greeks[at + 6 * step] = density * d2 / sigma * -Point;
        greeks[at + 7 * step] = vega * d1 * d2 / sigma * (Point * Point);
    }

    /// <summary>
    /// Spot, futures and perpetuals, linear and inverse alike: V = A + B + C + constant with A proportional to the forward, B to spot and
    /// C to spot over forward. Delta, theta and carry rho; the others are nil.
    /// </summary>
    [Kernel, MethodImpl(MethodImplOptions.NoInlining)]
    public static void Linears<R, W>(int item, int row, int block, int stride, Reals<R, W> inputs, Reals<R, W> greeks)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W>
    {
        long at = (long)row * block + item;
        long step = stride;
        R forward = inputs[at];
        R carried = forward - inputs[at + 2 * step];
        R none = R.Of(0.0);
        greeks[at] = (forward + inputs[at + step]) / inputs[at + 3 * step];
        greeks[at + step] = none;
        greeks[at + 2 * step] = none;
        // From 0, so that no contract decays by a negative zero.
        greeks[at + 3 * step] = (none - inputs[at + 4 * step] * carried) * InverseYear;
        greeks[at + 4 * step] = none;
        greeks[at + 5 * step] = carried * inputs[at + 5 * step] * Point;
        greeks[at + 6 * step] = none;
        greeks[at + 7 * step] = none;
    }

    /// <summary>
    /// sums_item = sum_j quantity_j greeks_{instrument_j} over the positions rowStart[item] to rowStart[item + 1] - 1, in their order with fused
    /// additions; greeks are instrument x figure, sums item x figure. Scalar kernel.
    /// </summary>
    [Kernel, MethodImpl(MethodImplOptions.NoInlining)]
    public static void Sums(
        int item, Table<int> rowStart, Table<int> instruments, Table<double> quantities, Table<double> greeks, Column<double> sums)
    {
        double delta = 0, gamma = 0, vega = 0, theta = 0, rho = 0, carryRho = 0, vanna = 0, volga = 0;
        int last = rowStart[item + 1];
        for (int j = rowStart[item]; j < last; j++)
        {
            long g = (long)instruments[j] * Figures;
            double quantity = quantities[j];
            delta = Math.FusedMultiplyAdd(quantity, greeks[g], delta);
            gamma = Math.FusedMultiplyAdd(quantity, greeks[g + 1], gamma);
            vega = Math.FusedMultiplyAdd(quantity, greeks[g + 2], vega);
            theta = Math.FusedMultiplyAdd(quantity, greeks[g + 3], theta);
            rho = Math.FusedMultiplyAdd(quantity, greeks[g + 4], rho);
            carryRho = Math.FusedMultiplyAdd(quantity, greeks[g + 5], carryRho);
            vanna = Math.FusedMultiplyAdd(quantity, greeks[g + 6], vanna);
            volga = Math.FusedMultiplyAdd(quantity, greeks[g + 7], volga);
        }
        long s = (long)item * Figures;
        sums[s] = delta;
        sums[s + 1] = gamma;
        sums[s + 2] = vega;
        sums[s + 3] = theta;
        sums[s + 4] = rho;
        sums[s + 5] = carryRho;
        sums[s + 6] = vanna;
        sums[s + 7] = volga;
    }
}
