using System.Globalization;

namespace GpuRisk.Calibration;

/// <summary>How a correlation matrix that was not positive definite became one.</summary>
/// <param name="SmallestEigenvalueBefore">Of the matrix as given or estimated.</param>
/// <param name="FrobeniusDistance">sqrt(sum (after_ij - before_ij)^2).</param>
/// <param name="Iterations">Of <see cref="NearestCorrelation"/>; 0 where only the smallest eigenvalues were lifted.</param>
public sealed record CorrelationRepair(double SmallestEigenvalueBefore, double FrobeniusDistance, int Iterations)
{
    /// <summary>The repair in a sentence, for the run's notes.</summary>
    public string Note => string.Create(
        CultureInfo.InvariantCulture,
        $"correlation matrix repaired: smallest eigenvalue {SmallestEigenvalueBefore:G3} before, moved by {FrobeniusDistance:G3} (Frobenius), nearest correlation (Higham 2002) in {Iterations} iterations");
}
