using System.Runtime.CompilerServices;
using GpuRisk.Kernels.Lanes;

namespace GpuRisk.Kernels.Mathematics;

/// <summary>Elementary functions over exact or correctly rounded operations: the same bits on every back end.</summary>
public static partial class RealMath
{
    /// <summary>
    /// e^x. Domain: all reals and infinities; NaN stays NaN. 0 below -707.7 (no subnormal results), infinity above 709.782712893384.
    /// Error below 1.1 ulps.
    /// Method: x = n ln 2 + r with |r| at most ln(2)/2 and ln 2 in two parts (Cody and Waite, 1980);
    /// e^r = 1 + r + r^2 q(r), q by Chebyshev interpolation of degree 9, relative error 1.7e-17.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static R Exp<R, W>(R x)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W>
    {
        R t = R.Fma(x, 1.4426950408889634, R.RoundingMagic);
        // Half the result, then twice that: 2^n itself overflows in the last half binade.
        R half = R.Pow2(t - 1.0);
        R y = R.Fma(ExpLessOne<R, W>(x, t), half, half);
        y = R.IfLess(x, R.ExpUnderflow, 0.0, y + y);
        return R.IfLess(R.Of(R.ExpOverflow), x, R.Of(double.PositiveInfinity), y);
    }

    /// <summary>As <see cref="Exp"/>, for x that is not positive: what a density needs, three operations cheaper.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static R ExpNonPositive<R, W>(R x)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W>
    {
        R t = R.Fma(x, 1.4426950408889634, R.RoundingMagic);
        R scale = R.Pow2(t);
        R y = R.Fma(ExpLessOne<R, W>(x, t), scale, scale);
        return R.IfLess(x, R.ExpUnderflow, 0.0, y);
    }

    /// <summary>e^r - 1 with r = x - n ln 2 and n the integer in the low bits of <paramref name="t"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static R ExpLessOne<R, W>(R x, R t)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W>
    {
        R n = t - R.RoundingMagic;
        R r = R.Fma(n, -4.236521365809284e-10, R.Fma(n, -0.6931471801362932, x));
        R q = R.Fma(r, 2.5100424157005067e-08, 2.7620138719733994e-07);
        q = R.Fma(q, r, 2.7557268378684192e-06);
        q = R.Fma(q, r, 2.480152119021773e-05);
        q = R.Fma(q, r, 0.00019841269863105968);
        q = R.Fma(q, r, 0.0013888888917281794);
        q = R.Fma(q, r, 0.008333333333330051);
        q = R.Fma(q, r, 0.04166666666662399);
        q = R.Fma(q, r, 0.16666666666666669);
        q = R.Fma(q, r, 0.5000000000000001);
        return R.Fma(q, r * r, r);
    }
}
