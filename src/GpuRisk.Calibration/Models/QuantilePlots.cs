using System.Globalization;
using GpuRisk.Domain.Scenarios;
using GpuRisk.Kernels;
using GpuRisk.Kernels.Distributions;

namespace GpuRisk.Calibration.Models;

/// <summary>
/// The factor whose devolatilised returns are furthest from its law, and both side by side. At ranks i_k of n, evenly spread from 1 to n, the
/// law's quantile is q_k = F^-1(p_k), p_k = (i_k - 1/2) / n; the distance is Kolmogorov's at these levels, max_k |F_n(q_k) - p_k|.
/// </summary>
public static class QuantilePlots
{
    /// <summary>More points than a picture shows.</summary>
    public const int MostPoints = 200;

    /// <summary>Of fewer returns nothing is seen.</summary>
    public const int LeastReturns = 20;

    /// <param name="returns">Devolatilised, of volatility 1 under the law.</param>
    /// <param name="degreesOfFreedom">Of a factor's Student t law; null: normal.</param>
    /// <returns>Null where there are too few returns or no factor moves.</returns>
    public static QuantilePlot? Worst(ReturnSample returns, Func<int, double?> degreesOfFreedom)
    {
        int n = returns.Count, points = Math.Min(n, MostPoints);
        if (n < LeastReturns)
            return null;
        int[] ranks = [.. Enumerable.Range(0, points).Select(k => (int)((long)k * (n - 1) / (points - 1)))];
        Dictionary<double, double[]> laws = [];
        (int Factor, double Distance, double[] Sorted) worst = (-1, -1, []);
        for (int factor = 0; factor < returns.Factors.Count; factor++)
        {
            if (returns.IsConstant(factor))
                continue;
            double[] sorted = [.. returns.Columns[factor].Order()];
            double distance = Distance(sorted, ranks, Quantiles(laws, degreesOfFreedom(factor), ranks, n));
            if (distance > worst.Distance)
                worst = (factor, distance, sorted);
        }
        if (worst.Factor < 0)
            return null;
        double? nu = degreesOfFreedom(worst.Factor);
        string law = nu is { } value ? Invariant($"Student t, {value:F2} degrees of freedom") : "normal";
        return new QuantilePlot(
            returns.Factors[worst.Factor], Invariant($"{law} (Kolmogorov distance {worst.Distance:F3} over {n} returns)"), Quantiles(laws, nu, ranks, n), [.. ranks.Select(rank => worst.Sorted[rank])]);
    }

    private static double Distance(double[] sorted, int[] ranks, double[] quantiles)
    {
        double distance = 0;
        int below = 0;
        for (int k = 0; k < ranks.Length; k++)
        {
            while (below < sorted.Length && sorted[below] <= quantiles[k])
                below++;
            distance = Math.Max(distance, Math.Abs(below - (ranks[k] + 0.5)) / sorted.Length);
        }
        return distance;
    }

    private static double[] Quantiles(Dictionary<double, double[]> laws, double? degreesOfFreedom, int[] ranks, int n)
    {
        double key = degreesOfFreedom ?? double.PositiveInfinity;
        if (!laws.TryGetValue(key, out double[]? quantiles))
            laws[key] = quantiles = [.. ranks.Select(rank => Quantile(degreesOfFreedom, (rank + 0.5) / n))];
        return quantiles;
    }

    /// <summary>Of unit variance.</summary>
    private static double Quantile(double? degreesOfFreedom, double level)
    {
        double z = ScalarMath.NormalQuantile(level);
        return degreesOfFreedom is { } nu ? Math.Sqrt((nu - 2) / nu) * StudentT.Quantile(nu, z) : z;
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
