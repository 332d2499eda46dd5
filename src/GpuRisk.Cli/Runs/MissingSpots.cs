using GpuRisk.Domain.Market;
using GpuRisk.Domain.Portfolios;

namespace GpuRisk.Cli.Runs;

/// <summary>The underlyings of a book whose spots scenarios do not move.</summary>
internal static class MissingSpots
{
    public static string[] Of(Book book, IReadOnlyList<FactorId> factors)
    {
        HashSet<FactorId> given = [.. factors];
        return
        [
            .. book.Instruments.Select(i => i.Underlying).Distinct(StringComparer.Ordinal)
                .Where(u => !given.Contains(new FactorId(FactorKind.Spot, u))).Order(StringComparer.Ordinal),
        ];
    }
}
