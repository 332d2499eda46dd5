using System.Globalization;
using GpuRisk.Domain.Input;
using GpuRisk.Domain.Scenarios;
using GpuRisk.Domain.Settings;

namespace GpuRisk.Calibration.Dependence;

/// <summary>
/// The lower Cholesky factor L of a correlation matrix, C = L L'. A matrix whose smallest eigenvalue is below
/// <see cref="EigenvalueFloor"/> counts as not positive definite and is repaired or refused; any other is factored as
/// it is, to the last bit.
/// </summary>
/// <param name="Correlation">The matrix that was factored: the one given, or the repaired one.</param>
/// <param name="Lower">Row-major, order squared, zero above the diagonal, positive on it.</param>
/// <param name="Repair">Null where nothing was changed.</param>
public sealed record CholeskyFactor(SymmetricMatrix Correlation, IReadOnlyList<double> Lower, CorrelationRepairRecord? Repair)
{
    // A factorisation in double precision completes where the smallest eigenvalue exceeds about order^2 x 1.1e-16
    // (Demmel 1989); this floor lies above that for every order up to 9,000.
    private const double EigenvalueFloorPerOrder = 1e-12;

    // A repaired matrix must pass its own test after its diagonal is restored, hence the factor 10. The shift stays far
    // below the last printed digit of a correlation.
    private const double LiftedEigenvaluePerOrder = 1e-11;

    /// <summary>The least eigenvalue of a matrix that counts as positive definite: order x 1e-12.</summary>
    public static double EigenvalueFloor(int order) => order * EigenvalueFloorPerOrder;

    /// <summary>Repairs where needed and allowed, then factors.</summary>
    /// <param name="correlation">Unit diagonal.</param>
    /// <param name="source">The file it comes from, for messages.</param>
    /// <param name="name">What it is, for messages.</param>
    /// <exception cref="InvalidInputException">Not positive definite under <see cref="RepairRule.Reject"/>, or beyond repair.</exception>
    public static CholeskyFactor Of(SymmetricMatrix correlation, RepairRule rule, string source, string name = "the correlation matrix")
    {
        ArgumentNullException.ThrowIfNull(correlation);
        // Eigenvalues cost some hundred times this. With twice the floor taken off its diagonal, a matrix is factored only where its computed
        // eigenvalues, too, are above the floor: both errors are below order^2 x 1.1e-16, and the floor is order x 1e-12.
        if (PositiveDefinite.Holds(correlation, 2 * EigenvalueFloor(correlation.Order)))
            return new CholeskyFactor(correlation, Factor(correlation), null);
        double smallest = SpectralRepair.SmallestEigenvalue(correlation);
        if (smallest >= EigenvalueFloor(correlation.Order))
            return new CholeskyFactor(correlation, Factor(correlation), null);
        if (rule == RepairRule.Reject)
            throw new InvalidInputException(new InputProblem(source, 1, 1, string.Create(
                CultureInfo.InvariantCulture,
                $"{name} is not positive definite: its smallest eigenvalue is {smallest:G3}; expected at least {EigenvalueFloor(correlation.Order):G3}, or the repair rule \"nearest\"")));

        (SymmetricMatrix repaired, int iterations) = Repaired(correlation, source, name);
        CorrelationRepairRecord repair = new(smallest, repaired.FrobeniusDistance(correlation), iterations);
        return new CholeskyFactor(repaired, Factor(repaired), repair);
    }

    private static (SymmetricMatrix Matrix, int Iterations) Repaired(SymmetricMatrix correlation, string source, string name)
    {
        try
        {
            (SymmetricMatrix nearest, int iterations) = NearestCorrelation.Of(correlation);
            double floor = correlation.Order * LiftedEigenvaluePerOrder;
            return (SpectralRepair.WithUnitDiagonal(SpectralRepair.WithEigenvaluesAtLeast(nearest, floor)), iterations);
        }
        catch (NearestCorrelationException failure)
        {
            throw new InvalidInputException(new InputProblem(
                source, 1, 1, $"{name} cannot be repaired: {failure.Message}; expected a matrix nearer to a correlation matrix"));
        }
    }

    private static double[] Factor(SymmetricMatrix correlation)
    {
        int order = correlation.Order;
        double[] columns = ManagedLinearAlgebra.Cholesky(correlation);
        double[] lower = new double[columns.Length];
        for (int i = 0; i < order; i++)
        {
            for (int j = 0; j <= i; j++)
                lower[(i * order) + j] = columns[(j * order) + i];
        }
        return lower;
    }
}
