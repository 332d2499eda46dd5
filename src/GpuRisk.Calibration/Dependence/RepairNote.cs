using System.Globalization;
using GpuRisk.Domain.Scenarios;

namespace GpuRisk.Calibration.Dependence;

/// <summary>The repair of a correlation matrix in a sentence, for the run's notes.</summary>
public static class RepairNote
{
    public static string Of(CorrelationRepairRecord repair) => string.Create(
        CultureInfo.InvariantCulture,
        $"correlation matrix repaired: smallest eigenvalue {repair.SmallestEigenvalueBefore:G3} before, moved by {repair.FrobeniusDistance:G3} (Frobenius), nearest correlation (Higham 2002) in {repair.Iterations} iterations");
}
