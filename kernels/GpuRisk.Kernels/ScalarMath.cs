using GpuRisk.Kernels.Lanes;
using GpuRisk.Kernels.Mathematics;
using GpuRisk.Kernels.Pricing;

namespace GpuRisk.Kernels;

/// <summary>The house's elementary functions for one number on the host: bit for bit what a kernel computes in a lane.</summary>
public static class ScalarMath
{
    /// <summary>e^x; see <see cref="RealMath.Exp"/>.</summary>
    public static double Exp(double x) => RealMath.Exp<ScalarReal, ScalarWord>(ScalarReal.Of(x)).a;

    /// <summary>ln x; -infinity at 0, NaN below; subnormal numbers are scaled first. See <see cref="RealMath.Log"/>.</summary>
    public static double Log(double x)
    {
        if (!(x > 0) || double.IsInfinity(x))
            return x == 0 ? double.NegativeInfinity : x > 0 ? x : double.NaN;
        const double smallestNormal = 2.2250738585072014e-308;
        const double scale = 18014398509481984; // 2^54
        return x < smallestNormal
            ? RealMath.Log<ScalarReal, ScalarWord>(ScalarReal.Of(x * scale)).a - 37.42994775023705
            : RealMath.Log<ScalarReal, ScalarWord>(ScalarReal.Of(x)).a;
    }

    /// <summary>base^exponent = e^{exponent ln base}, base positive.</summary>
    public static double Power(double @base, double exponent) => Exp(exponent * Log(@base));

    /// <summary>N(x); see <see cref="RealMath.NormalCdf"/>.</summary>
    public static double NormalCdf(double x) => RealMath.NormalCdf<ScalarReal, ScalarWord>(ScalarReal.Of(x)).a;

    /// <summary>N^-1(u) for u in [2^-53, 1 - 2^-53]; see <see cref="RealMath.NormalQuantile"/>.</summary>
    public static double NormalQuantile(double u) => RealMath.NormalQuantile<ScalarReal, ScalarWord>(ScalarReal.Of(u)).a;

    /// <summary>N(w d1) f - N(w d2) k; see <see cref="Black76.SignedValue"/>.</summary>
    public static double Black76SignedValue(double f, double k, double h, double m, double v) =>
        Black76.SignedValue<ScalarReal, ScalarWord>(ScalarReal.Of(f), k, ScalarReal.Of(h), ScalarReal.Of(m), v).a;
}
