using System.Runtime.CompilerServices;
using GpuRisk.Kernels.Lanes;

namespace GpuRisk.Kernels.Mathematics;

public static partial class RealMath
{
    /// <summary>
    /// Numerator of the Mills ratio in the form e^{a^2/2} N(-a) = P(a)/Q(a), a in [0, 38], relative error 4e-17 before rounding.
    /// Rational interpolation of degree (11, 12), exact at 0, at Chebyshev nodes of (a - 3)/(a + 3); both polynomials have positive
    /// coefficients only.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static R MillsNumerator<R, W>(R a)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W>
    {
        R p = R.Fma(a, 2.2117116471168522e-08, 8.406729161053811e-07);
        p = R.Fma(p, a, 1.5550906199544957e-05);
        p = R.Fma(p, a, 0.00018347497409046715);
        p = R.Fma(p, a, 0.0015271510537925278);
        p = R.Fma(p, a, 0.009391148135435663);
        p = R.Fma(p, a, 0.04349396499090655);
        p = R.Fma(p, a, 0.1518122561320457);
        p = R.Fma(p, a, 0.39241272981074005);
        p = R.Fma(p, a, 0.7193246147609931);
        p = R.Fma(p, a, 0.8499817424189884);
        return R.Fma(p, a, 0.5);
    }

    /// <summary>Denominator to <see cref="MillsNumerator"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static R MillsDenominator<R, W>(R a)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W>
    {
        R q = R.Fma(a, 5.5439389499951025e-08, 2.107254501223298e-06);
        q = R.Fma(q, a, 3.903578056571999e-05);
        q = R.Fma(q, a, 0.00046201081222410303);
        q = R.Fma(q, a, 0.0038668694743213276);
        q = R.Fma(q, a, 0.023995806468516567);
        q = R.Fma(q, a, 0.11277379683965497);
        q = R.Fma(q, a, 0.40317826267145707);
        q = R.Fma(q, a, 1.0853859724800832);
        q = R.Fma(q, a, 2.1409761395384597);
        q = R.Fma(q, a, 2.931643620370425);
        q = R.Fma(q, a, 2.497848045640842);
        return R.Fma(q, a, 1.0);
    }

    /// <summary>
    /// N(x), the standard normal distribution function. Domain: all reals and infinities; NaN stays NaN. 0 below -37.62, where e^{-x^2/2}
    /// underflows; 1 above 8.3. Error below 10 ulps; below 2 for positive x.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static R NormalCdf<R, W>(R x)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W> => NormalCdfFromBell<R, W>(x, BellCurve<R, W>(x));

    /// <summary>As <see cref="NormalCdf"/>, for who needs <paramref name="bell"/> too, the <see cref="BellCurve"/> at x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static R NormalCdfFromBell<R, W>(R x, R bell)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W>
    {
        R a = Within38<R, W>(R.Abs(x));
        R tail = bell * (MillsNumerator<R, W>(a) / MillsDenominator<R, W>(a));
        return R.IfLess(x, 0.0, tail, 1.0 - tail);
    }

    /// <summary>e^{-x^2/2}: the standard normal density times sqrt(2 pi). Domain as of <see cref="NormalCdf"/>; 0 beyond 37.62 on either side.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static R BellCurve<R, W>(R x)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W>
    {
        R a = Within38<R, W>(R.Abs(x));
        // a^2 in two parts: its rounding error alone would cost a^2/2 ulps of the tail.
        R square = a * a;
        R rest = R.Fma(a, a, -square);
        R e = ExpNonPositive<R, W>(-0.5 * square);
        return R.Fma(e, -0.5 * rest, e);
    }

    /// <summary>At most 38, past which the tail is nil and powers of a would overflow; NaN stays NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static R Within38<R, W>(R a)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W> => R.IfLess(R.Of(38.0), a, R.Of(38.0), a);
}
