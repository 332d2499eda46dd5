namespace GpuRisk.Calibration.Dependence;

/// <summary>A test by factorisation, for a fraction of the cost of eigenvalues.</summary>
internal static class PositiveDefinite
{
    /// <summary>
    /// True only where C - shift I, as computed, has a Cholesky factor: then the least eigenvalue of C is at least shift, less
    /// order^2 x 1.1e-16 (Demmel, 1989). False says nothing.
    /// </summary>
    internal static bool Holds(SymmetricMatrix matrix, double shift)
    {
        int order = matrix.Order;
        double[] lower = new double[order * order];
        for (int i = 0; i < order; i++)
        {
            Span<double> row = lower.AsSpan(i * order, i + 1);
            for (int j = 0; j < i; j++)
                row[j] = (matrix[i, j] - Product(row[..j], lower.AsSpan(j * order, j))) / lower[(j * order) + j];
            double pivot = matrix[i, i] - shift - Product(row[..i], row[..i]);
            if (!(pivot > 0))
                return false;
            row[i] = Math.Sqrt(pivot);
        }
        return true;
    }

    private static double Product(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        double sum = 0;
        for (int k = 0; k < a.Length; k++)
            sum += a[k] * b[k];
        return sum;
    }
}
