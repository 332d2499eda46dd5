namespace GpuRisk.Kernels.Distributions;

/// <summary>The chi-squared law. On the host, the same bits on every machine.</summary>
public static class ChiSquared
{
    private const int MostSteps = 100;
    private const double LogTwo = 0.6931471805599453;

    /// <summary>
    /// ln q with P(X &lt;= q) = N(z), X chi-squared with <paramref name="degreesOfFreedom"/> (positive), z finite. Works in the tail on
    /// z's side, so that both are relatively accurate: error below 5e-15 of max(1, |ln q|) for degrees of freedom from 2 to 1,000 and |z| up to 8.5.
    /// Newton's method in ln q for the logarithm of the tail, which is concave there, so that it converges from everywhere.
    /// </summary>
    public static double LogQuantile(double degreesOfFreedom, double z)
    {
        if (!(degreesOfFreedom > 0 && double.IsFinite(degreesOfFreedom)))
            throw new ArgumentOutOfRangeException(nameof(degreesOfFreedom), degreesOfFreedom, "Degrees of freedom are positive and finite.");
        if (!double.IsFinite(z))
            throw new ArgumentOutOfRangeException(nameof(z), z, "A normal score is finite.");
        double a = 0.5 * degreesOfFreedom;
        double target = NormalTail.Log(Math.Abs(z));
        double sign = z > 0 ? -1 : 1;
        double y = Start(a, z, target);
        for (int i = 0; i < MostSteps; i++)
        {
            double x = ScalarMath.Exp(y);
            double log = z > 0 ? GammaFunction.LogUpperRegularised(a, x) : GammaFunction.LogLowerRegularised(a, x);
            double slope = sign * ScalarMath.Exp(GammaFunction.LogDensityOfLogarithm(a, x) - log);
            double step = (target - log) / slope;
            y += step;
            if (Math.Abs(step) <= 1e-9)
                break;
        }
        return y + LogTwo;
    }

    /// <summary>ln(q/2) after Wilson and Hilferty (1931), or from the first term of the lower tail where that is nil.</summary>
    private static double Start(double a, double z, double target)
    {
        double root = 1 - (1 / (9 * a)) + (z / (3 * Math.Sqrt(a)));
        return root > 0.2
            ? ScalarMath.Log(a * root * root * root)
            : (target + GammaFunction.LogGamma(a + 1)) / a;
    }
}
