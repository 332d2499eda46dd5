namespace GpuRisk.Kernels.Distributions;

/// <summary>
/// The regularised incomplete beta function I_x(a, b) = integral from 0 to x of t^{a-1} (1-t)^{b-1} dt / B(a, b), a and b positive, x in
/// [0, 1]. On the host, the same bits on every machine. Continued fraction of DLMF 8.17.22 below its crossover, the symmetry
/// I_x(a, b) = 1 - I_{1-x}(b, a) above; prefactor in Loader's form (2000). Time grows with sqrt(max(a, b)).
/// </summary>
public static class BetaFunction
{
    private const double HalfLogTwoPi = 0.9189385332046727;
    private const double Epsilon = 1.1102230246251565e-16; // 2^-53
    private const double Tiny = 1e-300;

    /// <summary>I_x(a, b), relatively accurate where it is small.</summary>
    public static double Regularised(double a, double b, double x) => ScalarMath.Exp(LogRegularised(a, b, x));

    /// <summary>ln I_x(a, b), also where it underflows; -infinity at x = 0.</summary>
    public static double LogRegularised(double a, double b, double x)
    {
        if (!(a > 0 && double.IsFinite(a)))
            throw new ArgumentOutOfRangeException(nameof(a), a, "A parameter of the beta function is positive and finite.");
        if (!(b > 0 && double.IsFinite(b)))
            throw new ArgumentOutOfRangeException(nameof(b), b, "A parameter of the beta function is positive and finite.");
        if (!(x >= 0 && x <= 1))
            throw new ArgumentOutOfRangeException(nameof(x), x, "The argument of an incomplete beta function lies in [0, 1].");
        return LogRegularised(a, b, x, 1 - x);
    }

    /// <summary>The same with y = 1 - x given, so that neither loses digits next to the other.</summary>
    internal static double LogRegularised(double a, double b, double x, double y)
    {
        if (x == 0)
            return double.NegativeInfinity;
        if (y == 0)
            return 0;
        return x <= (a + 1) / (a + b + 2)
            ? LogOfFraction(a, b, x, y)
            : LogarithmNearOne.OfOnePlus(-ScalarMath.Exp(LogOfFraction(b, a, y, x)));
    }

    /// <summary>ln(x^a y^b / B(a, b)).</summary>
    private static double LogPrefactor(double a, double b, double x, double y)
    {
        double sum = a + b;
        // a ln u + b ln v with u = x (a + b)/a, v = y (a + b)/b: as a (u - 1) + b (v - 1) = 0, two terms of one sign.
        double cross = (x * b) - (y * a);
        double entropy = (a * LogarithmNearOne.Deficit(x * sum / a, cross / a)) + (b * LogarithmNearOne.Deficit(y * sum / b, -cross / b));
        double stirling = GammaFunction.StirlingError(sum) - GammaFunction.StirlingError(a) - GammaFunction.StirlingError(b);
        return stirling - entropy + (0.5 * ScalarMath.Log(a * (b / sum))) - HalfLogTwoPi;
    }

    /// <summary>By Lentz's method as modified by Thompson and Barnett (1986).</summary>
    private static double LogOfFraction(double a, double b, double x, double y)
    {
        double c = 1;
        double d = 1 / NotZero(1 - ((a + b) * x / (a + 1)));
        double fraction = d;
        // Rounding can hold the quotient an ulp away from 1: hence the count, several times what convergence takes.
        int most = 500 + (int)(20 * Math.Sqrt(Math.Min(Math.Max(a, b), 1e12)));
        for (int m = 1; m <= most; m++)
        {
            double even = m * (b - m) * x / ((a + (2 * m) - 1) * (a + (2 * m)));
            d = 1 / NotZero(1 + (even * d));
            c = NotZero(1 + (even / c));
            double half = d * c;
            double odd = -(a + m) * (a + b + m) * x / ((a + (2 * m)) * (a + (2 * m) + 1));
            d = 1 / NotZero(1 + (odd * d));
            c = NotZero(1 + (odd / c));
            double step = half * (d * c);
            fraction *= step;
            if (Math.Abs(step - 1) <= Epsilon)
                break;
        }
        return LogPrefactor(a, b, x, y) + ScalarMath.Log(fraction / a);
    }

    private static double NotZero(double value) => Math.Abs(value) < Tiny ? Tiny : value;
}
