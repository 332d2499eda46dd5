namespace GpuRisk.Kernels.Distributions;

/// <summary>ln(1 + d) and d - ln(1 + d) without the cancellation that 1 + d brings near d = 0. On the host.</summary>
internal static class LogarithmNearOne
{
    // |s| below 0.2 then, and s^24 below 2^-53.
    private const double SeriesEnd = 0.4;

    /// <summary>ln(1 + d), d above -1.</summary>
    internal static double OfOnePlus(double d)
    {
        if (!(Math.Abs(d) < SeriesEnd))
            return ScalarMath.Log(1 + d);
        double s = d / (2 + d);
        return 2 * (s + (s * s * s * AtanhSeries(s * s)));
    }

    /// <summary>u - 1 - ln u, not negative; <paramref name="d"/> is u - 1 as the caller knows it best, since u keeps its digits near 0 and d near 1.</summary>
    internal static double Deficit(double u, double d)
    {
        if (!(Math.Abs(d) < SeriesEnd))
            return d - ScalarMath.Log(u);
        double s = d / (2 + d);
        return (d * s) - (2 * s * s * s * AtanhSeries(s * s));
    }

    /// <summary>(atanh(s) - s) / s^3 = 1/3 + s^2/5 + s^4/7 + ..., |s| at most 1/4.</summary>
    private static double AtanhSeries(double square)
    {
        double sum = 0;
        for (int k = 27; k >= 3; k -= 2)
            sum = (sum * square) + (1.0 / k);
        return sum;
    }
}
