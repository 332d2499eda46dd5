using GpuRisk.Domain.Input;
using GpuRisk.Domain.Market;
using GpuRisk.Domain.Portfolios;

namespace GpuRisk.Cli.Runs;

/// <summary>Given scenarios must move every spot that the book depends on; a spot left out would be a risk left out.</summary>
internal static class ShockFactors
{
    public static void Check(ShockMatrix shocks, Book book, string file)
    {
        string[] missing = MissingSpots.Of(book, shocks.Factors);
        if (missing.Length > 0)
        {
            throw new InvalidInputException(
                [.. missing.Select(u => new InputProblem(file, 1, 1, $"no factor spot:{u}; expected a column for the spot of every underlying of the book"))]);
        }
    }
}
