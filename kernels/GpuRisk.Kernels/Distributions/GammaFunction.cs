namespace GpuRisk.Kernels.Distributions;

/// <summary>
/// The gamma function and the regularised incomplete gamma functions P(a, x) and Q(a, x) = 1 - P(a, x), a positive, x not negative.
/// On the host, of + - * / sqrt and <see cref="ScalarMath"/> alone: the same bits on every machine. P below x = a + 1 by its power
/// series, Q above by its continued fraction (Abramowitz and Stegun, 1964, 6.5.29 and 6.5.31), each relatively accurate; their common
/// factor in Loader's form ("Fast and accurate computation of binomial probabilities", 2000), without large terms that cancel.
/// Time grows with sqrt(a).
/// </summary>
public static class GammaFunction
{
    private const double HalfLogTwoPi = 0.9189385332046727;
    private const double Epsilon = 1.1102230246251565e-16; // 2^-53
    private const double Tiny = 1e-300;

    /// <summary>ln Gamma(x), x positive and finite. Error below 1e-14 of max(1, |ln Gamma(x)|).</summary>
    public static double LogGamma(double x)
    {
        ThrowUnlessPositive(x);
        return ((x - 0.5) * ScalarMath.Log(x)) - x + HalfLogTwoPi + StirlingError(x);
    }

    /// <summary>P(a, x) = integral from 0 to x of t^{a-1} e^{-t} dt / Gamma(a).</summary>
    public static double LowerRegularised(double a, double x) => ScalarMath.Exp(LogLowerRegularised(a, x));

    /// <summary>Q(a, x) = 1 - P(a, x).</summary>
    public static double UpperRegularised(double a, double x) => ScalarMath.Exp(LogUpperRegularised(a, x));

    /// <summary>ln P(a, x), also where P underflows; -infinity at 0.</summary>
    public static double LogLowerRegularised(double a, double x)
    {
        ThrowUnlessInDomain(a, x);
        return x < a + 1 ? LogOfSeries(a, x) : LogarithmNearOne.OfOnePlus(-ScalarMath.Exp(LogOfFraction(a, x)));
    }

    /// <summary>ln Q(a, x), also where Q underflows; 0 at x = 0.</summary>
    public static double LogUpperRegularised(double a, double x)
    {
        ThrowUnlessInDomain(a, x);
        return x < a + 1 ? LogarithmNearOne.OfOnePlus(-ScalarMath.Exp(LogOfSeries(a, x))) : LogOfFraction(a, x);
    }

    /// <summary>ln(x^a e^{-x} / Gamma(a)): the density of ln X where X is gamma-distributed.</summary>
    internal static double LogDensityOfLogarithm(double a, double x)
    {
        if (x == 0)
            return double.NegativeInfinity;
        // a ln u - (x - a) = -a (u - 1 - ln u) with u = x/a.
        return (-a * LogarithmNearOne.Deficit(x / a, (x - a) / a)) + (0.5 * ScalarMath.Log(a)) - HalfLogTwoPi - StirlingError(a);
    }

    /// <summary>ln Gamma(x) - ((x - 1/2) ln x - x + ln(2 pi)/2), x positive.</summary>
    internal static double StirlingError(double x)
    {
        // From x to x + 1 the error falls by (x + 1/2) ln(1 + 1/x) - 1.
        double fallen = 0;
        while (x < 12)
        {
            fallen += ((x + 0.5) * LogarithmNearOne.OfOnePlus(1 / x)) - 1;
            x += 1;
        }
        // Bernoulli numbers B_2k / (2k (2k - 1)); the first term left out is below 1e-17 at 12.
        double r = 1 / (x * x);
        double sum = -3617.0 / 122_400;
        sum = (sum * r) + (1.0 / 156);
        sum = (sum * r) - (691.0 / 360_360);
        sum = (sum * r) + (1.0 / 1_188);
        sum = (sum * r) - (1.0 / 1_680);
        sum = (sum * r) + (1.0 / 1_260);
        sum = (sum * r) - (1.0 / 360);
        sum = (sum * r) + (1.0 / 12);
        return fallen + (sum / x);
    }

    /// <summary>P = x^a e^{-x} / Gamma(a) (1/a + x / (a (a + 1)) + ...).</summary>
    private static double LogOfSeries(double a, double x)
    {
        double term = 1;
        double sum = 1;
        for (double n = a + 1; term > sum * Epsilon; n += 1)
        {
            term *= x / n;
            sum += term;
        }
        return LogDensityOfLogarithm(a, x) + ScalarMath.Log(sum / a);
    }

    /// <summary>Q = x^a e^{-x} / Gamma(a) / (x + 1 - a - (1 (1 - a)) / (x + 3 - a - ...)), by Lentz's method as modified by Thompson and Barnett (1986).</summary>
    private static double LogOfFraction(double a, double x)
    {
        if (double.IsInfinity(x))
            return double.NegativeInfinity;
        double b = x + 1 - a;
        double c = 1 / Tiny;
        double d = 1 / b;
        double fraction = d;
        // Rounding can hold the quotient an ulp away from 1: hence the count, several times what convergence takes.
        int most = 500 + (int)(20 * Math.Sqrt(Math.Min(a, 1e12)));
        for (int n = 1; n <= most; n++)
        {
            double numerator = -n * (n - a);
            b += 2;
            d = NotZero((numerator * d) + b);
            c = NotZero(b + (numerator / c));
            d = 1 / d;
            double step = d * c;
            fraction *= step;
            if (Math.Abs(step - 1) <= Epsilon)
                break;
        }
        return LogDensityOfLogarithm(a, x) + ScalarMath.Log(fraction);
    }

    private static double NotZero(double value) => Math.Abs(value) < Tiny ? Tiny : value;

    private static void ThrowUnlessPositive(double x)
    {
        if (!(x > 0 && double.IsFinite(x)))
            throw new ArgumentOutOfRangeException(nameof(x), x, "The gamma function is taken of positive finite numbers.");
    }

    private static void ThrowUnlessInDomain(double a, double x)
    {
        if (!(a > 0 && double.IsFinite(a)))
            throw new ArgumentOutOfRangeException(nameof(a), a, "The parameter of an incomplete gamma function is positive and finite.");
        if (!(x >= 0))
            throw new ArgumentOutOfRangeException(nameof(x), x, "The argument of an incomplete gamma function is not negative.");
    }
}
