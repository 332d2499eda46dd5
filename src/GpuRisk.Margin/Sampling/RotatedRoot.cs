using GpuRisk.Domain.Scenarios;

namespace GpuRisk.Margin.Sampling;

/// <summary>L U for a model's Cholesky factor L and orthogonal U: another root of the same correlation matrix, whose columns stand for other directions.</summary>
internal static class RotatedRoot
{
    /// <param name="rotation">U, row-major.</param>
    /// <returns>Row-major.</returns>
    public static double[] Of(EllipticalModel model, double[] rotation)
    {
        int n = model.Factors.Count;
        var root = new double[n * n];
        for (int f = 0; f < n; f++)
        {
            for (int j = 0; j <= f; j++)
            {
                double factor = model.Cholesky[f * n + j];
                for (int k = 0; k < n; k++)
                    root[f * n + k] += factor * rotation[j * n + k];
            }
        }
        return root;
    }
}
