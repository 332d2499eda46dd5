namespace GpuRisk.Calibration.Volatility;

/// <summary>
/// Exponentially weighted moving average of squared returns with zero mean:
/// variance_t = lambda variance_{t-1} + (1 - lambda) r_t^2. Returns oldest first, in any one unit; variance in its square.
/// Source: J.P. Morgan and Reuters, RiskMetrics Technical Document (1996).
/// </summary>
public static class EwmaVariance
{
    /// <summary>The variance after the last of <paramref name="returns"/>, started at the square of the first.</summary>
    /// <param name="lambda">Decay in (0, 1).</param>
    public static double Of(ReadOnlySpan<double> returns, double lambda)
    {
        if (returns.IsEmpty)
            throw new ArgumentException("At least one return is needed.", nameof(returns));
        return Of(returns[1..], lambda, returns[0] * returns[0]);
    }

    /// <summary>The variance after the last of <paramref name="returns"/>, from a given variance before the first.</summary>
    public static double Of(ReadOnlySpan<double> returns, double lambda, double start)
    {
        ThrowUnlessDecay(lambda);
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        double variance = start;
        foreach (double r in returns)
            variance = Next(variance, r, lambda);
        return variance;
    }

    /// <summary>
    /// Devolatilised returns r_t sigma_{n+1} / sigma_t: each return as it would be under today's volatility, with sigma_t
    /// the volatility known before return t, sigma_1^2 = r_1^2. Source: Hull and White (1998); Barone-Adesi et al. (1999).
    /// </summary>
    /// <exception cref="ArgumentException">A return other than zero follows a volatility of zero, so that no scale exists.</exception>
    public static double[] Devolatilised(ReadOnlySpan<double> returns, double lambda)
    {
        if (returns.IsEmpty)
            throw new ArgumentException("At least one return is needed.", nameof(returns));
        ThrowUnlessDecay(lambda);
        double[] filtered = new double[returns.Length];
        double variance = returns[0] * returns[0];
        for (int t = 0; t < returns.Length; t++)
        {
            if (variance == 0 && returns[t] != 0)
                throw new ArgumentException("A return other than zero follows a volatility of zero.", nameof(returns));
            filtered[t] = variance == 0 ? 0 : returns[t] / Math.Sqrt(variance);
            variance = Next(variance, returns[t], lambda);
        }
        double today = Math.Sqrt(variance);
        for (int t = 0; t < filtered.Length; t++)
            filtered[t] *= today;
        return filtered;
    }

    /// <summary>
    /// sigma_t: the volatility known before each of <paramref name="returns"/>, sigma_1^2 = r_1^2. Returns of zero before the first movement
    /// say nothing of its size, so the recursion starts at the square of the first that is not zero: no volatility is 0 unless all returns are.
    /// </summary>
    /// <param name="lambda">Decay in (0, 1).</param>
    public static double[] Path(ReadOnlySpan<double> returns, double lambda)
    {
        ThrowUnlessDecay(lambda);
        double variance = 0;
        for (int t = 0; t < returns.Length && variance == 0; t++)
            variance = returns[t] * returns[t];
        double[] path = new double[returns.Length];
        for (int t = 0; t < path.Length; t++)
        {
            path[t] = Math.Sqrt(variance);
            variance = Next(variance, returns[t], lambda);
        }
        return path;
    }

    private static double Next(double variance, double r, double lambda) => (lambda * variance) + ((1 - lambda) * (r * r));

    private static void ThrowUnlessDecay(double lambda)
    {
        if (!(lambda > 0 && lambda < 1))
            throw new ArgumentOutOfRangeException(nameof(lambda), lambda, "The decay of EWMA lies strictly between 0 and 1.");
    }
}
