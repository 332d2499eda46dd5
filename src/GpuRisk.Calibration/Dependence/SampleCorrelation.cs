namespace GpuRisk.Calibration.Dependence;

/// <summary>
/// Correlation of the factors' returns with zero mean: c_fg = sum_t w_t r_tf r_tg / (sqrt(sum_t w_t r_tf^2) sqrt(sum_t w_t r_tg^2)), whichever
/// rule the volatilities follow. Zero mean, because over days a mean cannot be told from zero. A factor that never moved has correlation 0
/// with every other. A matrix of cosines, hence positive semidefinite up to rounding, and singular where days are fewer than factors.
/// </summary>
public static class SampleCorrelation
{
    /// <summary>w_t = 1. Unit diagonal, entries in [-1, 1].</summary>
    /// <param name="columns">Returns, one column a factor, all of one length of at least 1, oldest first.</param>
    public static SymmetricMatrix EqualWeights(IReadOnlyList<double[]> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        return Cosines(columns);
    }

    /// <summary>w_t = lambda^(n - t): the newest return has weight 1 (J.P. Morgan and Reuters, RiskMetrics Technical Document, 1996).</summary>
    /// <param name="columns">As in <see cref="EqualWeights"/>.</param>
    /// <param name="lambda">Decay in (0, 1).</param>
    public static SymmetricMatrix ExponentialWeights(IReadOnlyList<double[]> columns, double lambda)
    {
        ArgumentNullException.ThrowIfNull(columns);
        if (!(lambda > 0 && lambda < 1))
            throw new ArgumentOutOfRangeException(nameof(lambda), lambda, "The decay of a correlation lies strictly between 0 and 1.");
        double[] roots = RootWeights(columns[0].Length, lambda);
        return Cosines([.. columns.Select(column => column.Select((r, t) => r * roots[t]).ToArray())]);
    }

    /// <summary>(sum_t w_t)^2 / sum_t w_t^2: how many equally weighted returns decaying weights are worth (Kish, 1965).</summary>
    internal static double EffectiveReturns(int returns, double lambda)
    {
        double sum = 0, squares = 0, weight = 1;
        for (int t = 0; t < returns; t++)
        {
            sum += weight;
            squares += weight * weight;
            weight *= lambda;
        }
        return sum * sum / squares;
    }

    /// <summary>sqrt(w_t), oldest first.</summary>
    private static double[] RootWeights(int returns, double lambda)
    {
        double decay = Math.Sqrt(lambda);
        double[] roots = new double[returns];
        double root = 1;
        for (int t = returns - 1; t >= 0; t--)
        {
            roots[t] = root;
            root *= decay;
        }
        return roots;
    }

    private static SymmetricMatrix Cosines(IReadOnlyList<double[]> columns)
    {
        int factors = columns.Count;
        double[] products = CrossProducts.Of(columns);
        double[] norms = [.. Enumerable.Range(0, factors).Select(f => Math.Sqrt(products[(f * factors) + f]))];
        return SymmetricMatrix.FromLower(factors, (f, g) =>
        {
            if (f == g)
                return 1;
            if (norms[f] == 0 || norms[g] == 0)
                return 0;
            // Rounding alone can carry the quotient past 1 (Cauchy and Schwarz).
            return Math.Clamp(products[(f * factors) + g] / (norms[f] * norms[g]), -1, 1);
        });
    }
}
