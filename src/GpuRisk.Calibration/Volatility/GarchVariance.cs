using GpuRisk.Domain.Scenarios;

namespace GpuRisk.Calibration.Volatility;

/// <summary>The variance recursion sigma_t^2 = omega + alpha (r_{t-1} - mu)^2 + beta sigma_{t-1}^2 run over given returns.</summary>
public static class GarchVariance
{
    /// <summary>The volatility known before each return, and that of the day after the last.</summary>
    /// <param name="start">sigma_1^2.</param>
    public static (double[] Volatilities, double Next) Path(ReadOnlySpan<double> returns, GarchParameters parameters, double start)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        double variance = start;
        double[] path = new double[returns.Length];
        for (int t = 0; t < path.Length; t++)
        {
            path[t] = Math.Sqrt(variance);
            double e = returns[t] - parameters.Mean;
            variance = parameters.Omega + (parameters.Alpha * (e * e)) + (parameters.Beta * variance);
        }
        return (path, Math.Sqrt(variance));
    }
}
