using GpuRisk.Domain.Input;
using GpuRisk.Domain.Instruments;
using GpuRisk.Domain.Market;
using GpuRisk.Domain.Portfolios;

namespace GpuRisk.Cli.Runs;

/// <summary>Given scenarios must move every spot that the book depends on; a spot left out would be a risk left out.</summary>
internal static class ShockFactors
{
    public static void Check(ShockMatrix shocks, Book book, string file)
    {
        HashSet<FactorId> given = [.. shocks.Factors];
        string[] missing =
        [
            .. book.Instruments.Select(i => i.Underlying).Distinct(StringComparer.Ordinal)
                .Where(u => !given.Contains(new FactorId(FactorKind.Spot, u))).Order(StringComparer.Ordinal),
        ];
        if (missing.Length > 0)
        {
            throw new InvalidInputException(
                [.. missing.Select(u => new InputProblem(file, 1, 1, $"no factor spot:{u}; expected a column for the spot of every underlying of the book"))]);
        }
    }
}
