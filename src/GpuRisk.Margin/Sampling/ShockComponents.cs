using GpuRisk.Calibration;

namespace GpuRisk.Margin.Sampling;

/// <summary>
/// Principal components of the shocks as directions of the normals: with shocks = A z, the eigenvectors of A'A, so that along the first the shocks move most.
/// </summary>
internal static class ShockComponents
{
    public static PrincipalAxes Of(ProfitProbe probe)
    {
        int n = probe.Directions;
        ReadOnlySpan<double> loadings = probe.Loadings;
        var products = new double[n * n];
        for (int f = 0; f < n; f++)
        {
            for (int i = 0; i < n; i++)
            {
                for (int j = 0; j <= i; j++)
                    products[i * n + j] += loadings[f * n + i] * loadings[f * n + j];
            }
        }
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < i; j++)
                products[j * n + i] = products[i * n + j];
        }
        return PrincipalAxes.Of(new SymmetricMatrix(n, products));
    }
}
