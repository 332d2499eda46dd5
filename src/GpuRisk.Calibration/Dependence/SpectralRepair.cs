namespace GpuRisk.Calibration.Dependence;

/// <summary>Eigenvalues of a symmetric matrix, and the matrix rebuilt with its eigenvalues held above a floor.</summary>
internal static class SpectralRepair
{
    internal static double SmallestEigenvalue(SymmetricMatrix matrix) => ManagedLinearAlgebra.Eigen(matrix).Values[0];

    /// <summary>sum_k max(lambda_k, floor) v_k v_k': at floor 0 the nearest positive semidefinite matrix (Frobenius).</summary>
    internal static SymmetricMatrix WithEigenvaluesAtLeast(SymmetricMatrix matrix, double floor)
    {
        int order = matrix.Order;
        (double[] values, double[] vectors) = ManagedLinearAlgebra.Eigen(matrix);
        double[] sums = new double[order * order];
        for (int k = 0; k < order; k++)
        {
            ReadOnlySpan<double> vector = vectors.AsSpan(k * order, order);
            double value = Math.Max(values[k], floor);
            if (value == 0)
                continue;
            for (int i = 0; i < order; i++)
            {
                double scaled = value * vector[i];
                for (int j = 0; j <= i; j++)
                    sums[(i * order) + j] += scaled * vector[j];
            }
        }
        return SymmetricMatrix.FromLower(order, (i, j) => sums[(i * order) + j]);
    }

    /// <summary>c_ij / sqrt(c_ii c_jj) with a diagonal of exactly 1. A congruence: it keeps the signs of the eigenvalues.</summary>
    internal static SymmetricMatrix WithUnitDiagonal(SymmetricMatrix matrix)
    {
        double[] scale = [.. Enumerable.Range(0, matrix.Order).Select(i => Math.Sqrt(matrix[i, i]))];
        return SymmetricMatrix.FromLower(matrix.Order, (i, j) => i == j ? 1 : matrix[i, j] / (scale[i] * scale[j]));
    }
}
