namespace GpuRisk.Calibration.Volatility;

/// <summary>Volatility with equal weights, mean taken as zero.</summary>
public static class RootMeanSquare
{
    /// <summary>sqrt(sum r_t^2 / n). Oldest first, any one unit.</summary>
    public static double Of(ReadOnlySpan<double> returns)
    {
        if (returns.IsEmpty)
            throw new ArgumentException("At least one return is needed.", nameof(returns));
        double sum = 0;
        foreach (double r in returns)
            sum += r * r;
        return Math.Sqrt(sum / returns.Length);
    }
}
