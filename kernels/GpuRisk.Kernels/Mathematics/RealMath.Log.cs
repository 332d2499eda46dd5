using System.Runtime.CompilerServices;
using GpuRisk.Kernels.Lanes;

namespace GpuRisk.Kernels.Mathematics;

public static partial class RealMath
{
    /// <summary>
    /// ln x. Domain: positive normal numbers. Error below 1 ulp.
    /// Method: x = 2^k m with m in [sqrt(1/2), sqrt(2)); with s = (m - 1)/(m + 1), ln m = 2 atanh(s) by a polynomial in s^2
    /// (the arrangement of terms follows Ng's in fdlibm), relative error 5e-18.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static R Log<R, W>(R x)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W>
    {
        R k = R.Exponent(x);
        R m = R.Significand(x);
        R f = m - 1.0;
        R s = f / (m + 1.0);
        R z = s * s;
        R g = R.Fma(z, 0.14617807492803847, 0.15331611694570085);
        g = R.Fma(g, z, 0.18182892433364564);
        g = R.Fma(g, z, 0.22222211089368124);
        g = R.Fma(g, z, 0.2857142862625391);
        g = R.Fma(g, z, 0.3999999999989889);
        g = R.Fma(g, z, 0.666666666666667);
        R h = 0.5 * f * f;
        R t = R.Fma(s, R.Fma(z, g, h), k * 4.236521365809284e-10);
        return R.Fma(k, 0.6931471801362932, f - (h - t));
    }
}
