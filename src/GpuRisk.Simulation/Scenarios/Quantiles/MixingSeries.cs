using GpuRisk.Kernels;
using GpuRisk.Kernels.Distributions;

namespace GpuRisk.Simulation.Scenarios.Quantiles;

/// <summary>
/// The variable by which normals become t values: a constant over chi-squared with nu degrees of freedom, rooted, as e^{s(z / reach)} of a
/// normal z that has the chi-squared's probability. Relative error below 1e-10.
/// </summary>
internal static class MixingSeries
{
    /// <summary>Normals drawn from 52 bits stay below 8.3 in size.</summary>
    public const double Reach = 8.5;

    /// <summary>Of the logarithm.</summary>
    private const double Tolerance = 1e-12;

    /// <param name="scale">nu gives sqrt(nu / q), t values in their classical scale; nu - 2 those of variance 1.</param>
    public static double[] Of(double degreesOfFreedom, double scale)
    {
        double log = ScalarMath.Log(scale);
        return ChebyshevFit.Of(x => 0.5 * (log - ChiSquared.LogQuantile(degreesOfFreedom, Reach * x)), Tolerance);
    }
}
