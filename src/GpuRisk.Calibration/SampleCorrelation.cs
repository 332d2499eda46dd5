namespace GpuRisk.Calibration;

/// <summary>
/// Correlation of the factors' returns with zero mean and equal weights:
/// c_fg = sum_t r_tf r_tg / (sqrt(sum_t r_tf^2) sqrt(sum_t r_tg^2)), whichever rule the volatilities follow. Zero mean,
/// because over days a mean cannot be told from zero; equal weights, because a decayed sample soon holds fewer effective
/// returns than factors and its matrix is then singular. A factor that never moved has correlation 0 with every other.
/// </summary>
public static class SampleCorrelation
{
    /// <summary>Unit diagonal, entries in [-1, 1], in the order of the returns' factors; positive semidefinite up to rounding.</summary>
    public static SymmetricMatrix ZeroMeanEqualWeights(Returns returns)
    {
        ArgumentNullException.ThrowIfNull(returns);
        int factors = returns.Factors.Count;
        double[][] columns = [.. Enumerable.Range(0, factors).Select(returns.OfFactor)];
        double[] norms = [.. columns.Select(column => Math.Sqrt(Product(column, column)))];
        return SymmetricMatrix.FromLower(factors, (f, g) =>
        {
            if (f == g)
                return 1;
            if (norms[f] == 0 || norms[g] == 0)
                return 0;
            // Rounding alone can carry the quotient past 1 (Cauchy and Schwarz).
            return Math.Clamp(Product(columns[f], columns[g]) / (norms[f] * norms[g]), -1, 1);
        });
    }

    /// <summary>The factors without any movement, by index.</summary>
    internal static IReadOnlyList<int> ConstantFactors(Returns returns) =>
        [.. Enumerable.Range(0, returns.Factors.Count).Where(factor => Array.TrueForAll(returns.OfFactor(factor), r => r * r == 0))];

    private static double Product(double[] a, double[] b)
    {
        double sum = 0;
        for (int t = 0; t < a.Length; t++)
            sum += a[t] * b[t];
        return sum;
    }
}
