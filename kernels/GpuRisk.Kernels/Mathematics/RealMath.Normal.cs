using System.Runtime.CompilerServices;
using GpuRisk.Kernels.Lanes;

namespace GpuRisk.Kernels.Mathematics;

public static partial class RealMath
{
    /// <summary>
    /// Numerator of the Mills ratio in the form e^{a^2/2} N(-a) = P(a)/Q(a), a in [0, 38], relative error 2e-16.
    /// Rational interpolation of degree (8, 9) at Chebyshev nodes of (a - 3)/(a + 3); both polynomials have positive coefficients only.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static R MillsNumerator<R, W>(R a)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W>
    {
        R p = R.Fma(a, 6.916175488361417e-06, 0.00016341838594990547);
        p = R.Fma(p, a, 0.0018704486904913766);
        p = R.Fma(p, a, 0.013354921934442038);
        p = R.Fma(p, a, 0.06463453192791586);
        p = R.Fma(p, a, 0.2168176965093857);
        p = R.Fma(p, a, 0.4941380186104103);
        p = R.Fma(p, a, 0.7071794093563039);
        return R.Fma(p, a, 0.5000000000000001);
    }

    /// <summary>Denominator to <see cref="MillsNumerator"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static R MillsDenominator<R, W>(R a)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W>
    {
        R q = R.Fma(a, 1.7336281029714597e-05, 0.0004096291471118098);
        q = R.Fma(q, a, 0.0047058558324517274);
        q = R.Fma(q, a, 0.03388545507928324);
        q = R.Fma(q, a, 0.1666685621071211);
        q = R.Fma(q, a, 0.576138581764954);
        q = R.Fma(q, a, 1.3914210117419379);
        q = R.Fma(q, a, 2.2533908744733524);
        q = R.Fma(q, a, 2.212243379515508);
        return R.Fma(q, a, 1.0);
    }

    /// <summary>N(x), the standard normal distribution function. Domain: all reals; 0 where e^{-x^2/2} underflows (x below -37.6).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static R NormalCdf<R, W>(R x)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W>
    {
        R a = R.Abs(x);
        // x^2 in two parts: its rounding error alone would cost x^2/2 ulps of the tail.
        R square = x * x;
        R rest = R.Fma(x, x, -square);
        R e = ExpNonPositive<R, W>(-0.5 * square);
        R tail = R.Fma(e, -0.5 * rest, e) * (MillsNumerator<R, W>(a) / MillsDenominator<R, W>(a));
        return R.IfLess(x, 0.0, tail, 1.0 - tail);
    }
}
