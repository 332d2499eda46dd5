using GpuRisk.Calibration.Dependence;
using GpuRisk.Kernels;
using GpuRisk.Kernels.Distributions;

namespace GpuRisk.Calibration.HeavyTails;

/// <summary>
/// nu of a t copula by canonical maximum likelihood: each factor's returns count by their ranks alone, u = rank / (n + 1), so that no marginal law
/// plays a part, and nu makes the copula's density of each factor and the next, summed over these pairs, highest:
/// <code>
/// ln c(u, v) = ln t2_{nu,rho}(x, y) - ln t_nu(x) - ln t_nu(y)    x = T_nu^-1(u), y = T_nu^-1(v)    rho: correlation of the normal scores
/// </code>
/// Pairs and not all factors at once (composite likelihood: Varin, Reid and Firth, 2011), because the distances that all at once rest on are biased
/// unless returns are many times the factors. Ties have their mean rank.
/// Sources: Genest, Ghoudi and Rivest, Biometrika 82 (1995) 543-552; Demarta and McNeil, The t copula and related copulas (2005).
/// </summary>
public static class CopulaDegreesOfFreedom
{
    // Of two factors that are as good as one the density says nothing of nu.
    private const double MostCorrelation = 0.999;

    /// <param name="returns">One column a factor, all of one length; those that never moved are left out.</param>
    public static DegreesOfFreedom Fit(IReadOnlyList<double[]> returns)
    {
        ArgumentNullException.ThrowIfNull(returns);
        int[][] ranks = [.. returns.Where(column => column.Any(r => r != 0)).Select(TwiceRanks)];
        int days = ranks.Length == 0 ? 0 : ranks[0].Length;
        // Of twice the ranks up to the middle, for the law is symmetric.
        bool[] used = new bool[days + 2];
        foreach (int rank in ranks.SelectMany(column => column))
            used[Math.Min(rank, (2 * (days + 1)) - rank)] = true;
        double[] scores = AtRanks(used, days, z => z);
        List<(int[] First, int[] Second, double Correlation)> pairs = [];
        for (int factor = 1; factor < ranks.Length; factor++)
        {
            double correlation = Correlation(ranks[factor - 1], ranks[factor], scores);
            if (Math.Abs(correlation) < MostCorrelation)
                pairs.Add((ranks[factor - 1], ranks[factor], correlation));
        }
        if (pairs.Count == 0)
            return new DegreesOfFreedom(DegreesOfFreedom.Most, "no two factors that move apart from one another: 200 degrees of freedom");
        return DegreesOfFreedom.Highest(nu =>
        {
            double[] quantiles = AtRanks(used, days, z => StudentT.Quantile(nu, z));
            double sum = 0;
            foreach ((int[] first, int[] second, double correlation) in pairs)
                sum += LogDensity(nu, first, second, correlation, quantiles);
            return sum;
        });
    }

    /// <summary>Sum over the days, without terms free of nu.</summary>
    private static double LogDensity(double nu, int[] first, int[] second, double correlation, double[] quantiles)
    {
        double scale = 1 / nu, joint = 1 / (nu * (1 - (correlation * correlation)));
        double jointLogarithms = 0, jointProduct = 1, logarithms = 0, product = 1;
        for (int t = 0; t < first.Length; t++)
        {
            double x = quantiles[first[t]], y = quantiles[second[t]];
            jointProduct *= 1 + (((x * x) + (y * y) - (2 * correlation * x * y)) * joint);
            product *= (1 + (x * x * scale)) * (1 + (y * y * scale));
            // One logarithm for many days: their product, before it leaves the range of double.
            if (!(product < 1e100 && jointProduct < 1e100))
            {
                jointLogarithms += ScalarMath.Log(jointProduct);
                logarithms += ScalarMath.Log(product);
                (jointProduct, product) = (1, 1);
            }
        }
        jointLogarithms += ScalarMath.Log(jointProduct);
        logarithms += ScalarMath.Log(product);
        // Gamma((nu + 2)/2) Gamma(nu/2) / Gamma((nu + 1)/2)^2, with Gamma(nu/2 + 1) = nu/2 Gamma(nu/2).
        double constant = (2 * (GammaFunction.LogGamma(0.5 * nu) - GammaFunction.LogGamma(0.5 * (nu + 1)))) + ScalarMath.Log(0.5 * nu);
        return (first.Length * constant) - (0.5 * (nu + 2) * jointLogarithms) + (0.5 * (nu + 1) * logarithms);
    }

    /// <summary>At every doubled rank in use: odd about the middle.</summary>
    private static double[] AtRanks(bool[] used, int days, Func<double, double> quantile)
    {
        int last = 2 * (days + 1);
        double[] values = new double[last + 1];
        for (int rank = 0; rank < used.Length; rank++)
        {
            if (!used[rank])
                continue;
            values[rank] = rank == days + 1 ? 0 : quantile(ScalarMath.NormalQuantile((double)rank / last));
            values[last - rank] = -values[rank];
        }
        return values;
    }

    private static double Correlation(int[] first, int[] second, double[] scores) => SampleCorrelation.EqualWeights(
        [[.. first.Select(rank => scores[rank])], [.. second.Select(rank => scores[rank])]])[0, 1];

    /// <summary>Ranks from 1, doubled, so that a mean rank is a whole number.</summary>
    private static int[] TwiceRanks(double[] column)
    {
        int[] order = [.. Enumerable.Range(0, column.Length).OrderBy(t => column[t])];
        int[] ranks = new int[column.Length];
        for (int first = 0, next; first < order.Length; first = next)
        {
            next = first + 1;
            while (next < order.Length && column[order[next]] == column[order[first]])
                next++;
            for (int k = first; k < next; k++)
                ranks[order[k]] = first + next + 1;
        }
        return ranks;
    }
}
