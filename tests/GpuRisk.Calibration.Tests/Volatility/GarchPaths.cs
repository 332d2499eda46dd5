using GpuRisk.Kernels;

namespace GpuRisk.Calibration.Tests.Volatility;

/// <summary>Simulated GARCH(1,1) returns, normal, zero mean, from the unconditional variance.</summary>
internal static class GarchPaths
{
    internal static double[] Simulated(double omega, double alpha, double beta, int count, int seed)
    {
        FixedGenerator random = new(seed);
        double variance = omega / (1 - alpha - beta);
        double[] returns = new double[count];
        for (int t = 0; t < count; t++)
        {
            returns[t] = Math.Sqrt(variance) * Normal(random);
            variance = omega + (alpha * returns[t] * returns[t]) + (beta * variance);
        }
        return returns;
    }

    internal static double Normal(FixedGenerator random) => ScalarMath.NormalQuantile(Math.Max(random.NextDouble(), 1e-15));
}
