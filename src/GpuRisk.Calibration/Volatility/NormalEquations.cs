using GpuRisk.Calibration.Dependence;

namespace GpuRisk.Calibration.Volatility;

/// <summary>The step of a scoring method: information^-1 score, over the parameters that are free to move.</summary>
internal static class NormalEquations
{
    /// <param name="information">Lower triangle, row-major, order that of <paramref name="score"/>.</param>
    /// <returns>0 for a parameter that is not free; null where the matrix of the free ones is not positive definite.</returns>
    internal static double[]? Solve(double[] score, double[] information, bool[] free)
    {
        int order = score.Length;
        int[] at = [.. Enumerable.Range(0, order).Where(i => free[i])];
        // In units of each parameter's own precision, since theirs differ by orders of magnitude.
        double[] unit = [.. at.Select(i => Math.Sqrt(information[(i * order) + i]))];
        if (!Array.TrueForAll(unit, u => u > 0 && double.IsFinite(u)))
            return null;
        SymmetricMatrix matrix = SymmetricMatrix.FromLower(
            at.Length, (i, j) => i == j ? 1 : information[(at[i] * order) + at[j]] / (unit[i] * unit[j]));
        if (SpectralRepair.SmallestEigenvalue(matrix) < CholeskyFactor.EigenvalueFloor(at.Length))
            return null;
        double[] lower = ManagedLinearAlgebra.Cholesky(matrix);
        double[] x = [.. at.Select((i, k) => score[i] / unit[k])];
        for (int i = 0; i < x.Length; i++)
        {
            for (int j = 0; j < i; j++)
                x[i] -= lower[(j * x.Length) + i] * x[j];
            x[i] /= lower[(i * x.Length) + i];
        }
        for (int i = x.Length - 1; i >= 0; i--)
        {
            for (int j = i + 1; j < x.Length; j++)
                x[i] -= lower[(i * x.Length) + j] * x[j];
            x[i] /= lower[(i * x.Length) + i];
        }
        double[] step = new double[order];
        for (int k = 0; k < at.Length; k++)
            step[at[k]] = x[k] / unit[k];
        return step;
    }
}
