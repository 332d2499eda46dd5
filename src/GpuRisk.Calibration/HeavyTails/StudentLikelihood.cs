using GpuRisk.Kernels;
using GpuRisk.Kernels.Distributions;

namespace GpuRisk.Calibration.HeavyTails;

/// <summary>
/// Log-likelihood of nu for the t law of unit variances in d dimensions, from squared distances q, without terms free of nu:
/// n (ln Gamma((nu + d)/2) - ln Gamma(nu/2) - d/2 ln(nu - 2)) - (nu + d)/2 sum ln(1 + q / (nu - 2)).
/// </summary>
internal sealed class StudentLikelihood(double[] squares, int dimension)
{
    internal double At(double nu)
    {
        double scale = 1 / (nu - 2);
        double product = 1, logarithms = 0;
        foreach (double q in squares)
        {
            // One logarithm for many factors: their product, before it leaves the range of double.
            product *= 1 + (q * scale);
            if (!(product < 1e150))
            {
                logarithms += ScalarMath.Log(product);
                product = 1;
            }
        }
        logarithms += ScalarMath.Log(product);
        double constant = GammaFunction.LogGamma(0.5 * (nu + dimension)) - GammaFunction.LogGamma(0.5 * nu) + (0.5 * dimension * ScalarMath.Log(scale));
        return (squares.Length * constant) - (0.5 * (nu + dimension) * logarithms);
    }
}
