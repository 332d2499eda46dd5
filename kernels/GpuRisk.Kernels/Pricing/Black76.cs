using System.Runtime.CompilerServices;
using GpuRisk.Kernels.Lanes;

namespace GpuRisk.Kernels.Pricing;

/// <summary>
/// European options on a forward. Source: Black, "The pricing of commodity contracts" (1976).
/// Everything is scaled so that a price costs one exponential and one division: d1 and d2 come divided by sqrt(2), so that the density is
/// e^{-d^2}; one density serves both terms, since F n(d1) = K n(d2); both tails share a denominator.
/// </summary>
public static class Black76
{
    /// <summary>What the callers' h and v are divided by: sqrt(2).</summary>
    public const double InverseRootTwo = 0.7071067811865476;

    /// <summary>
    /// N(w d1) f - N(w d2) k, undiscounted, for a call (w = 1) or a put (w = -1, whose value is the negative), with
    /// w d1 = sqrt(2) (h + m v) and w d2 = sqrt(2) (h - m v), h = w ln(f/k)/(m sigma sqrt(2 T)), v = w sigma sqrt(T/8).
    /// f and k positive, in any common unit; d1 and d2 within 1e20 of 0, past which the tails' polynomials overflow and the value is NaN.
    /// Absolute error below 1.5e-15 (f + k), beside what h carries in.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static R SignedValue<R, W>(R f, double k, R h, R m, double v)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W>
    {
        R d1 = R.Fma(m, v, h);
        R d2 = R.Fma(m, -v, h);
        R b1 = R.Abs(d1);
        R b2 = R.Abs(d2);
        R q1 = TailDenominator<R, W>(b1);
        R q2 = TailDenominator<R, W>(b2);
        R e = f * Density<R, W>(d1 * d1) / (q1 * q2);
        R tail1 = e * (TailNumerator<R, W>(b1) * q2);
        R tail2 = e * (TailNumerator<R, W>(b2) * q1);
        R asset = R.IfLess(d1, 0.0, tail1, f - tail1);
        R cash = R.IfLess(d2, 0.0, tail2, k - tail2);
        return asset - cash;
    }

    /// <summary>
    /// e^{-y}, y not negative; beyond 707.7, where it no longer counts beside anything, e^{-707.7}. Relative error 1.3e-15: the series of
    /// <see cref="Mathematics.RealMath.Exp"/> one term shorter and in -r.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static R Density<R, W>(R y)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W>
    {
        y = R.Min(y, -R.ExpUnderflow);
        R t = R.Fma(y, -1.4426950408889634, R.RoundingMagic);
        R n = t - R.RoundingMagic;
        R r = R.Fma(n, 4.236521365809284e-10, R.Fma(n, 0.6931471801362932, y));
        R q = R.Fma(r, 2.7613852100963253e-07, -2.7625169883520667e-06);
        q = R.Fma(q, r, 2.480153630713628e-05);
        q = R.Fma(q, r, -0.00019841208634639135);
        q = R.Fma(q, r, 0.0013888888905922382);
        q = R.Fma(q, r, -0.00833333335377842);
        q = R.Fma(q, r, 0.04166666666665131);
        q = R.Fma(q, r, -0.1666666666664823);
        q = R.Fma(q, r, 0.5);
        R scale = R.Pow2(t);
        return R.Fma(R.Fma(q, r * r, -r), scale, scale);
    }

    /// <summary>
    /// Numerator of e^{b^2} erfc(b)/2 = P(b)/Q(b), b not negative: the normal tail N(-sqrt(2) b) over its density. Weighted minimax of
    /// degree (6, 7) on [0, 6] (Lawson's iteration): the absolute error of the tail is below 3e-17 everywhere.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static R TailNumerator<R, W>(R b)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W>
    {
        R p = R.Fma(b, 0.000640829923217287, 0.00899927171743139);
        p = R.Fma(p, b, 0.057906870369306994);
        p = R.Fma(p, b, 0.21784062991714467);
        p = R.Fma(p, b, 0.5090446226612679);
        p = R.Fma(p, b, 0.7103968033070437);
        return R.Fma(p, b, 0.5);
    }

    /// <summary>Denominator to <see cref="TailNumerator"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static R TailDenominator<R, W>(R b)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W>
    {
        R q = R.Fma(b, 0.002271641317616164, 0.031902805607935444);
        q = R.Fma(q, b, 0.20639282856479);
        q = R.Fma(q, b, 0.7883406742257383);
        q = R.Fma(q, b, 1.9048803736253128);
        q = R.Fma(q, b, 2.8945226965027135);
        q = R.Fma(q, b, 2.5491727737096146);
        return R.Fma(q, b, 1.0);
    }
}
