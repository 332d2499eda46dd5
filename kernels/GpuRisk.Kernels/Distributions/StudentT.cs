namespace GpuRisk.Kernels.Distributions;

/// <summary>
/// Student's t law with nu degrees of freedom, nu positive, in its classical scale (variance nu / (nu - 2)). On the host, the same bits on
/// every machine. Every function works in the nearer tail and is relatively accurate there.
/// </summary>
public static class StudentT
{
    private const double HalfLogTwoPi = 0.9189385332046727;
    private const double LogTwo = 0.6931471805599453;
    private const int MostSteps = 100;

    /// <summary>ln of the density Gamma((nu+1)/2) / (sqrt(pi nu) Gamma(nu/2)) (1 + t^2/nu)^{-(nu+1)/2}.</summary>
    public static double LogDensity(double degreesOfFreedom, double t)
    {
        ThrowUnlessInDomain(degreesOfFreedom, t);
        double a = 0.5 * degreesOfFreedom;
        double constant = GammaFunction.StirlingError(a + 0.5) - GammaFunction.StirlingError(a)
            + (a * LogarithmNearOne.OfOnePlus(0.5 / a)) - 0.5 - HalfLogTwoPi;
        return constant - ((a + 0.5) * LogarithmNearOne.OfOnePlus(t * t / degreesOfFreedom));
    }

    /// <summary>T_nu(t) = P(T &lt;= t).</summary>
    public static double Cdf(double degreesOfFreedom, double t)
    {
        ThrowUnlessInDomain(degreesOfFreedom, t);
        double tail = ScalarMath.Exp(LogUpperTail(degreesOfFreedom, Math.Abs(t)));
        return t < 0 ? tail : 1 - tail;
    }

    /// <summary>T_nu^-1(N(z)), z finite: the t value at a normal score.</summary>
    public static double Quantile(double degreesOfFreedom, double z)
    {
        ThrowUnlessInDomain(degreesOfFreedom, z);
        if (!double.IsFinite(z))
            throw new ArgumentOutOfRangeException(nameof(z), z, "A normal score is finite.");
        double target = NormalTail.Log(Math.Abs(z));
        double t = Math.Abs(z);
        // With t = sqrt(nu) sinh(w) the logarithm of the tail is concave in w: Newton's method in w converges from everywhere.
        for (int i = 0; i < MostSteps && z != 0; i++)
        {
            double radius = Math.Sqrt(degreesOfFreedom + (t * t));
            double log = LogUpperTail(degreesOfFreedom, t);
            double slope = radius * ScalarMath.Exp(LogDensity(degreesOfFreedom, t) - log);
            double step = (log - target) / slope;
            t = Math.Max(0, Moved(degreesOfFreedom, t, radius, step));
            if (Math.Abs(step) <= 1e-9)
                break;
        }
        return z < 0 ? -t : t;
    }

    /// <summary>N^-1(T_nu(t)): the normal score of a t value; infinite where t^2 overflows.</summary>
    public static double NormalScore(double degreesOfFreedom, double t)
    {
        ThrowUnlessInDomain(degreesOfFreedom, t);
        double z = NormalTail.FromLog(Math.Min(LogUpperTail(degreesOfFreedom, Math.Abs(t)), -LogTwo));
        return t < 0 ? -z : z;
    }

    /// <summary>ln P(T &gt; t), t not negative: I_x(nu/2, 1/2) / 2 with x = nu / (nu + t^2).</summary>
    private static double LogUpperTail(double nu, double t)
    {
        double square = t * t;
        if (double.IsInfinity(square))
            return double.NegativeInfinity;
        double sum = nu + square;
        return BetaFunction.LogRegularised(0.5 * nu, 0.5, nu / sum, square / sum) - LogTwo;
    }

    /// <summary>sqrt(nu) sinh(w + step) where t = sqrt(nu) sinh(w) and radius = sqrt(nu) cosh(w).</summary>
    private static double Moved(double nu, double t, double radius, double step)
    {
        // Small steps by their series, which keeps the digits of a small t; large ones without subtracting t from the radius.
        if (Math.Abs(step) < 1e-3)
        {
            double square = step * step;
            return (t * (1 + (square * (0.5 + (square / 24))))) + (radius * step * (1 + (square / 6)));
        }
        double e = ScalarMath.Exp(step);
        double sum = radius + t;
        return 0.5 * ((sum * e) - (nu / (sum * e)));
    }

    private static void ThrowUnlessInDomain(double degreesOfFreedom, double value)
    {
        if (!(degreesOfFreedom > 0 && double.IsFinite(degreesOfFreedom)))
            throw new ArgumentOutOfRangeException(nameof(degreesOfFreedom), degreesOfFreedom, "Degrees of freedom are positive and finite.");
        if (double.IsNaN(value))
            throw new ArgumentOutOfRangeException(nameof(value), value, "The argument of a distribution is a number.");
    }
}
