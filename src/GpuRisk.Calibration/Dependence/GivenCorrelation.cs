using System.Globalization;
using GpuRisk.Domain.Input;
using GpuRisk.Domain.Market;

namespace GpuRisk.Calibration.Dependence;

/// <summary>A given correlation table in the order of the history's factors.</summary>
internal static class GivenCorrelation
{
    /// <summary>How far twin entries may differ: what a table loses when another program prints it. Their mean is used.</summary>
    private const double Rounding = 1e-12;

    /// <exception cref="InvalidInputException">The table is no correlation table of exactly these factors: every case is named.</exception>
    internal static SymmetricMatrix Of(CorrelationTable table, IReadOnlyList<FactorId> factors)
    {
        int order = table.Factors.Count;
        if (table.Values.Count != (long)order * order)
            throw new InvalidInputException(Problem(table, string.Create(
                CultureInfo.InvariantCulture, $"{table.Values.Count} entries for {order} factors; expected a square matrix")));
        List<InputProblem> problems = [];
        AddFactors(table, factors, problems);
        for (int i = 0; i < order; i++)
        {
            for (int j = 0; j <= i; j++)
                AddEntry(table, i, j, problems);
        }
        if (problems.Count > 0)
            throw new InvalidInputException(problems);

        Dictionary<FactorId, int> place = [];
        for (int i = 0; i < order; i++)
            place[table.Factors[i]] = i;
        int[] at = [.. factors.Select(factor => place[factor])];
        return SymmetricMatrix.FromLower(order, (i, j) => i == j ? 1 : 0.5 * (table.Values[(at[i] * order) + at[j]] + table.Values[(at[j] * order) + at[i]]));
    }

    private static void AddFactors(CorrelationTable table, IReadOnlyList<FactorId> factors, List<InputProblem> problems)
    {
        foreach (IGrouping<FactorId, FactorId> group in table.Factors.GroupBy(factor => factor).Where(group => group.Count() > 1))
            problems.Add(Problem(table, $"{group.Key} appears more than once; expected each factor once"));
        foreach (FactorId factor in factors.Except(table.Factors))
            problems.Add(Problem(table, $"no correlation of {factor}; expected every factor of the history"));
        foreach (FactorId factor in table.Factors.Except(factors))
            problems.Add(Problem(table, $"{factor} is no factor of the history; expected its factors alone"));
    }

    private static void AddEntry(CorrelationTable table, int i, int j, List<InputProblem> problems)
    {
        int order = table.Factors.Count;
        double lower = table.Values[(i * order) + j];
        double upper = table.Values[(j * order) + i];
        string pair = $"{table.Factors[i]}, {table.Factors[j]}";
        if (!(lower >= -1 && lower <= 1) || !(upper >= -1 && upper <= 1))
            problems.Add(Problem(table, string.Create(
                CultureInfo.InvariantCulture, $"the correlation of {pair} is {(lower >= -1 && lower <= 1 ? upper : lower)}; expected a number in [-1, 1]")));
        else if (i == j && Math.Abs(lower - 1) > Rounding)
            problems.Add(Problem(table, string.Create(
                CultureInfo.InvariantCulture, $"the correlation of {table.Factors[i]} with itself is {lower}; expected 1")));
        else if (Math.Abs(lower - upper) > Rounding)
            problems.Add(Problem(table, string.Create(
                CultureInfo.InvariantCulture, $"the correlation of {pair} is {lower} below the diagonal and {upper} above; expected a symmetric matrix")));
    }

    private static InputProblem Problem(CorrelationTable table, string message) => new(table.Source, 1, 1, message);
}
