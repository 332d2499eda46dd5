using GpuRisk.Kernels;

namespace GpuRisk.Calibration.Tests.Models;

/// <summary>Draws of a multivariate t law of equal correlations, from a fixed generator.</summary>
internal static class StudentDraws
{
    private const double CommonPart = 0.5;

    /// <summary>One column a factor, of variance 1 and correlation 1/2.</summary>
    /// <param name="degreesOfFreedom">A whole number above 2; null: normal.</param>
    internal static double[][] Of(int factors, int days, int? degreesOfFreedom, int seed = 11)
    {
        FixedGenerator random = new(seed);
        double Normal() => ScalarMath.NormalQuantile(Math.Max(random.NextDouble(), 1e-15));
        double[][] columns = [.. Enumerable.Range(0, factors).Select(_ => new double[days])];
        for (int t = 0; t < days; t++)
        {
            double chiSquared = 0;
            for (int k = 0; k < degreesOfFreedom; k++)
            {
                double z = Normal();
                chiSquared += z * z;
            }
            double scale = degreesOfFreedom is { } nu ? Math.Sqrt((nu - 2) / chiSquared) : 1, common = Normal();
            foreach (double[] column in columns)
                column[t] = scale * ((Math.Sqrt(CommonPart) * common) + (Math.Sqrt(1 - CommonPart) * Normal()));
        }
        return columns;
    }
}
