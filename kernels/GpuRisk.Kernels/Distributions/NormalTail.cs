namespace GpuRisk.Kernels.Distributions;

/// <summary>The upper tail of the standard normal law by its logarithm, and back. On the host, the same bits on every machine.</summary>
public static class NormalTail
{
    private const double HalfLogTwoPi = 0.9189385332046727;
    private const double LogTwo = 0.6931471805599453;
    private const double FractionStart = 30;
    private const int MostSteps = 100;

    /// <summary>ln N(-z) for any z; relatively accurate, also where N(-z) underflows.</summary>
    public static double Log(double z)
    {
        if (z < 0)
            return LogarithmNearOne.OfOnePlus(-ScalarMath.NormalCdf(z));
        if (!(z > FractionStart))
            return ScalarMath.Log(ScalarMath.NormalCdf(-z));
        return (-0.5 * z * z) - HalfLogTwoPi - ScalarMath.Log(MillsFraction(z));
    }

    /// <summary>
    /// z with ln N(-z) = <paramref name="logProbability"/>, which is at most 0: the normal quantile from the upper tail. Newton's method in
    /// the logarithm, which is concave in z, so that it converges from everywhere. Error below 1e-15 of max(1, |z|) for z not negative.
    /// </summary>
    public static double FromLog(double logProbability)
    {
        if (!(logProbability <= 0))
            throw new ArgumentOutOfRangeException(nameof(logProbability), logProbability, "The logarithm of a probability is at most 0.");
        if (logProbability > -LogTwo)
            return -FromLog(LogarithmNearOne.OfOnePlus(-ScalarMath.Exp(logProbability)));
        if (double.IsNegativeInfinity(logProbability))
            return double.PositiveInfinity;
        // N(-z) is at most e^{-z^2/2} / 2: this start is not below the root.
        double z = Math.Sqrt(-2 * (logProbability + LogTwo));
        for (int i = 0; i < MostSteps; i++)
        {
            double log = Log(z);
            double hazard = ScalarMath.Exp((-0.5 * z * z) - HalfLogTwoPi - log);
            double step = (log - logProbability) / hazard;
            z += step;
            if (Math.Abs(step) <= 1e-9 * (1 + z))
                break;
        }
        return z;
    }

    /// <summary>Density over tail: z + 1/(z + 2/(z + 3/...)) (Laplace), from its 20th part down.</summary>
    private static double MillsFraction(double z)
    {
        double fraction = z;
        for (int k = 20; k >= 1; k--)
            fraction = z + (k / fraction);
        return fraction;
    }
}
