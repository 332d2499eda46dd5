using System.Globalization;

namespace GpuRisk.Calibration.Dependence;

/// <summary>
/// The correlation matrix nearest to a symmetric matrix in the Frobenius norm: alternating projections onto the positive
/// semidefinite matrices and onto the matrices of unit diagonal, with Dykstra's correction on the first. A matrix that is
/// a correlation matrix already, to <see cref="Tolerance"/>, is returned as it is, to the last bit. The limit is usually singular.
/// Source: Higham, Computing the nearest correlation matrix, IMA Journal of Numerical Analysis 22 (2002) 329-343, algorithm 3.3.
/// </summary>
public static class NearestCorrelation
{
    /// <summary>
    /// Stops when neither the last step nor the distance between the two sets exceeds this times the norm of the iterate.
    /// Well above the rounding of an eigenvalue decomposition (order x 1e-16), well below what a correlation is known to.
    /// </summary>
    public const double Tolerance = 1e-12;

    /// <summary>Convergence is linear: tens of iterations at order 10, some 200 at order 200, 20 x order in hard cases. Past this many the input is refused.</summary>
    public const int MaximumIterations = 5_000;

    /// <summary>Unit diagonal exactly; eigenvalues at least -<see cref="Tolerance"/> times the norm.</summary>
    /// <exception cref="NearestCorrelationException">No convergence within <paramref name="maximumIterations"/>.</exception>
    public static (SymmetricMatrix Matrix, int Iterations) Of(SymmetricMatrix matrix, int maximumIterations = MaximumIterations)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        ArgumentOutOfRangeException.ThrowIfLessThan(maximumIterations, 1);
        if (HasUnitDiagonal(matrix) && SpectralRepair.SmallestEigenvalue(matrix) >= -Tolerance * matrix.FrobeniusNorm())
            return (matrix, 0);

        SymmetricMatrix iterate = matrix;
        SymmetricMatrix corrected = matrix;
        for (int iteration = 1; iteration <= maximumIterations; iteration++)
        {
            SymmetricMatrix semidefinite = SpectralRepair.WithEigenvaluesAtLeast(corrected, 0);
            SymmetricMatrix unit = SymmetricMatrix.FromLower(matrix.Order, (i, j) => i == j ? 1 : semidefinite[i, j]);
            double allowed = Tolerance * unit.FrobeniusNorm();
            if (unit.FrobeniusDistance(iterate) <= allowed && unit.FrobeniusDistance(semidefinite) <= allowed)
                return (unit, iteration);
            // Dykstra: what the projection onto the cone added is taken out again before the next one.
            SymmetricMatrix before = corrected;
            corrected = SymmetricMatrix.FromLower(matrix.Order, (i, j) => unit[i, j] - (semidefinite[i, j] - before[i, j]));
            iterate = unit;
        }
        throw new NearestCorrelationException(string.Create(
            CultureInfo.InvariantCulture,
            $"the nearest correlation matrix (Higham 2002) was not reached within {maximumIterations} iterations to a relative change of {Tolerance}"));
    }

    private static bool HasUnitDiagonal(SymmetricMatrix matrix)
    {
        for (int i = 0; i < matrix.Order; i++)
        {
            if (matrix[i, i] != 1)
                return false;
        }
        return true;
    }
}

/// <summary>The nearest correlation matrix was not found.</summary>
public sealed class NearestCorrelationException : Exception
{
    public NearestCorrelationException(string message)
        : base(message)
    {
    }
}
