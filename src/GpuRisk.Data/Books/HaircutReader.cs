using System.Globalization;
using GpuRisk.Data.Input;
using GpuRisk.Data.Tables;
using GpuRisk.Domain.Portfolios;

namespace GpuRisk.Data.Books;

/// <summary>Reads the haircuts. The tiers of an asset are ascending from 0 without gap or overlap; assets may be mixed.</summary>
internal sealed class HaircutReader
{
    private readonly Table table;
    private readonly CollateralAssets assets;
    private readonly HaircutTable haircuts;
    private readonly int asset, from, to, haircut;

    private HaircutReader(Table table, int[] at, CollateralAssets assets, HaircutTable haircuts)
    {
        this.table = table;
        this.assets = assets;
        this.haircuts = haircuts;
        (asset, from, to, haircut) = (at[0], at[1], at[2], at[3]);
    }

    /// <returns>Null where the book has no such table.</returns>
    public static HaircutTable? Read(BookFolder folder, CollateralAssets assets, FileProblems problems)
    {
        if (!folder.Has(folder.Haircuts))
            return null;
        HaircutTable haircuts = new();
        using Table? table = TableFile.Open(folder.PathOf(folder.Haircuts), problems);
        if (table is null || TableColumns.Locate(table, BookFiles.HaircutColumns) is not { } at)
        {
            haircuts.HasEveryAsset = false;
            return haircuts;
        }

        HaircutReader reader = new(table, at, assets, haircuts);
        while (table.Read())
            reader.ReadRow();
        haircuts.HasEveryAsset &= !table.HasLostRows;
        return haircuts;
    }

    private void ReadRow()
    {
        bool named = table.TryName(asset, "asset", out string name);
        if (named && !assets.MayBe(name))
            table.Report(asset, $"asset {Excerpt.Of(name)} is unknown; {assets.Expectation}");
        haircuts.HasEveryAsset &= named;
        table.TryFinite(from, "from", out double lower);
        double upper = ReadUpper(lower);
        double fraction = ReadHaircut();
        if (!named)
            return;
        List<HaircutTier> tiers = haircuts.Of(name);
        // Once a row was passed over or has no asset, what comes before a tier can no longer be told.
        if (haircuts.HasEveryAsset && !table.HasLostRows)
            CheckStart(tiers, lower);
        tiers.Add(new HaircutTier(lower, upper, fraction));
    }

    /// <summary>NaN where the end is wrong and reported.</summary>
    private double ReadUpper(double lower)
    {
        if (table.IsEmpty(to))
            return double.PositiveInfinity;
        if (!table.TryFinite(to, "to", out double upper) || !(upper <= lower))
            return upper;
        table.Report(to, $"to {Excerpt.Of(table.Field(to))} does not lie above from {Excerpt.Of(table.Field(from))}; a larger number, or an empty field for no limit, is expected");
        return double.NaN;
    }

    /// <summary>NaN where the haircut is wrong and reported.</summary>
    private double ReadHaircut()
    {
        if (!table.TryFinite(haircut, "haircut", out double fraction) || fraction is >= 0 and <= 1)
            return fraction;
        table.Report(haircut, $"haircut {Excerpt.Of(table.Field(haircut))} lies outside [0, 1]; a fraction, such as 0.05 for 5 %, is expected");
        return double.NaN;
    }

    private void CheckStart(List<HaircutTier> before, double lower)
    {
        double reached = before.Count == 0 ? 0 : before[^1].To;
        if (lower == reached || double.IsNaN(lower) || double.IsNaN(reached))
            return;
        string what = before.Count == 0 ? $"the first tier of {Excerpt.Of(table.Field(asset))} starts at"
            : lower < reached ? "the tier overlaps the one before: it starts at"
            : "the tier leaves a gap after the one before: it starts at";
        string expected = double.IsInfinity(reached) ? "no tier after one without limit is"
            : string.Create(CultureInfo.InvariantCulture, $"{reached} is");
        table.Report(from, $"{what} {Excerpt.Of(table.Field(from))}; {expected} expected");
    }
}
