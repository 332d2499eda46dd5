namespace GpuRisk.Simulation.Scenarios.Quantiles;

/// <summary>
/// Chebyshev coefficients of a smooth function on [-1, 1], by interpolation at the roots of T_n, n doubled until the series is as
/// accurate as wanted. Only + - * / and roots, hence the same bits on every machine.
/// </summary>
internal static class ChebyshevFit
{
    private const int FewestNodes = 32;

    private const int MostNodes = 512;

    /// <returns>Coefficients c_0, c_1, ... without the last ones, whose sizes sum to less than <paramref name="tolerance"/>.</returns>
    /// <exception cref="ArithmeticException">The function is too rough, or its values are less accurate than that.</exception>
    public static double[] Of(Func<double, double> function, double tolerance)
    {
        for (int nodes = FewestNodes; nodes <= MostNodes; nodes *= 2)
        {
            double[] coefficients = Interpolate(function, nodes);
            int terms = TermsOf(coefficients, tolerance);
            // The last quarter without weight: what interpolation folds into the rest is smaller still.
            if (terms <= nodes - nodes / 4)
                return coefficients[..terms];
        }
        throw new ArithmeticException($"A series of {MostNodes} terms does not reach an error of {tolerance:R}.");
    }

    private static double[] Interpolate(Func<double, double> function, int nodes)
    {
        double[] cosines = Cosines(2 * nodes);
        var values = new double[nodes];
        for (int j = 0; j < nodes; j++)
            values[j] = function(cosines[2 * j + 1]);
        var coefficients = new double[nodes];
        for (int k = 0; k < nodes; k++)
        {
            double sum = 0;
            for (int j = 0; j < nodes; j++)
                sum += values[j] * Cosine(cosines, k * (2 * j + 1));
            coefficients[k] = (k == 0 ? 1.0 : 2.0) / nodes * sum;
        }
        return coefficients;
    }

    private static int TermsOf(double[] coefficients, double tolerance)
    {
        int terms = coefficients.Length;
        double rest = 0;
        while (terms > 1)
        {
            rest += Math.Abs(coefficients[terms - 1]);
            // Not a number is never less: no term is dropped then.
            if (!(rest < tolerance))
                break;
            terms--;
        }
        return terms;
    }

    /// <summary>cos(i pi / m) for i = 0 to m, m a power of two from 2 on: between two neighbours by cos(x) = (cos(x - d) + cos(x + d)) / (2 cos d).</summary>
    private static double[] Cosines(int m)
    {
        var cosines = new double[m + 1];
        (cosines[0], cosines[m / 2], cosines[m]) = (1, 0, -1);
        double halfAngle = 0; // cos(pi / 2)
        for (int gap = m / 2; gap > 1; gap /= 2)
        {
            halfAngle = Math.Sqrt((1 + halfAngle) / 2);
            for (int i = gap / 2; i < m; i += gap)
                cosines[i] = (cosines[i - gap / 2] + cosines[i + gap / 2]) / (2 * halfAngle);
        }
        return cosines;
    }

    /// <summary>cos(i pi / m) for any i from 0.</summary>
    private static double Cosine(double[] cosines, int i)
    {
        int m = cosines.Length - 1, turn = i % (2 * m);
        return cosines[turn <= m ? turn : 2 * m - turn];
    }
}
