using GpuRisk.Domain.Portfolios;

namespace GpuRisk.Data.Books;

/// <summary>
/// The tiers that were read, assets in order of first appearance. A tier with a problem is kept with NaN for what is
/// wrong, so that its asset is not reported as missing too; such a book is refused.
/// </summary>
internal sealed class HaircutTable
{
    private readonly Dictionary<string, List<HaircutTier>> tiers = new(StringComparer.Ordinal);
    private readonly List<HaircutSchedule> schedules = [];

    /// <summary>False where an asset's name could not be read: one that is not here may then be that one.</summary>
    public bool HasEveryAsset { get; set; } = true;

    public IReadOnlyList<HaircutSchedule> Schedules => schedules;

    public bool Has(string asset) => tiers.ContainsKey(asset);

    public List<HaircutTier> Of(string asset)
    {
        if (tiers.TryGetValue(asset, out List<HaircutTier>? known))
            return known;
        List<HaircutTier> added = [];
        tiers.Add(asset, added);
        schedules.Add(new HaircutSchedule(asset, added));
        return added;
    }
}
