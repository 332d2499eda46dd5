using System.Globalization;
using GpuRisk.Domain.Input;
using GpuRisk.Domain.Market;
using GpuRisk.Domain.Settings;

namespace GpuRisk.Calibration.Dependence;

/// <summary>
/// A correlation matrix moved towards a stress, c' = (1 - a) c + a target off the diagonal, for the pairs of a group or for all.
/// <para>For all factors at once the result is positive semidefinite where the matrix was: it is a convex combination with another such
/// matrix, the identity for target 0 (then positive definite for a above 0) and the matrix of ones for target 1 (of rank one, hence
/// singular at a = 1).</para>
/// <para>For a group it need not be, since correlations with the other factors stay: A and B that both have 0.9 with C cannot be moved to 0,
/// nor can A and B be moved to 1 while only A has 0.9 with C. Such a matrix is repaired or refused afterwards, by the repair rule.</para>
/// </summary>
public static class StressedCorrelation
{
    /// <summary>The stresses one after the other.</summary>
    /// <exception cref="InvalidInputException">A pattern matches no factor, or an amount is outside [0, 1]: every case is named.</exception>
    public static SymmetricMatrix Of(SymmetricMatrix correlation, IReadOnlyList<CorrelationStress> stresses, IReadOnlyList<FactorId> factors)
    {
        ThrowUnlessUsable(stresses, factors);
        SymmetricMatrix stressed = correlation;
        foreach (CorrelationStress stress in stresses)
            stressed = Apply(stressed, stress, factors);
        return stressed;
    }

    /// <summary>A stress in words, for the rule of the correlation.</summary>
    public static string Words(CorrelationStress stress) => string.Create(
        CultureInfo.InvariantCulture,
        $"moved by {stress.Amount} towards {(stress.Target == CorrelationTarget.One ? 1 : 0)} between {(stress.Factors.Count == 0 ? "all factors" : string.Join(", ", stress.Factors))}");

    private static SymmetricMatrix Apply(SymmetricMatrix correlation, CorrelationStress stress, IReadOnlyList<FactorId> factors)
    {
        bool[] inGroup = [.. factors.Select(factor => stress.Factors.Count == 0 || FactorPattern.MatchesAny(stress.Factors, factor))];
        double pull = stress.Target == CorrelationTarget.One ? stress.Amount : 0;
        return SymmetricMatrix.FromLower(
            correlation.Order, (i, j) => i == j || !inGroup[i] || !inGroup[j] ? correlation[i, j] : ((1 - stress.Amount) * correlation[i, j]) + pull);
    }

    private static void ThrowUnlessUsable(IReadOnlyList<CorrelationStress> stresses, IReadOnlyList<FactorId> factors)
    {
        List<InputProblem> problems = [];
        foreach (CorrelationStress stress in stresses)
        {
            if (!(stress.Amount >= 0 && stress.Amount <= 1))
                problems.Add(new InputProblem(PatternChecks.Settings, 1, 1, string.Create(
                    CultureInfo.InvariantCulture, $"a correlation stress has the amount {stress.Amount}; expected a number in [0, 1]")));
            problems.AddRange(PatternChecks.Unmatched("a correlation stress", stress.Factors, factors));
        }
        if (problems.Count > 0)
            throw new InvalidInputException(problems);
    }
}
