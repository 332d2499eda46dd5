using GpuRisk.Domain.Measures;
using GpuRisk.Reports.Formats;
using GpuRisk.Reports.Markup;
using GpuRisk.Reports.Svg;

namespace GpuRisk.Reports.Sections;

/// <summary>How much of the total margin the largest accounts hold.</summary>
internal static class MarginConcentration
{
    private const int Shown = 15;

    public static void Write(MarkupWriter page, RunResult result, MarginOverview overview)
    {
        ConcentrationBar[] bars = [.. overview.Ranked
            .Where(account => account.Margin > 0 && double.IsFinite(account.Margin))
            .Take(Shown)
            .Select(account => new ConcentrationBar(account.Account, account.Margin, overview.ShareOfTotal(account.Margin)))];
        using (page.In("section", ("id", "concentration")))
        {
            page.Leaf("h2", "Margin concentration");
            if (bars.Length == 0)
            {
                page.Leaf("p", "No account has a positive margin.", ("class", "quiet"));
                return;
            }
            using (page.In("figure"))
            {
                page.Leaf("figcaption", Lead(result, overview, bars), ("class", "lead-in"));
                using (page.ScrollBox("Margin concentration, chart"))
                    ConcentrationBars.Draw(page, bars, overview.Money);
            }
        }
    }

    private static string Lead(RunResult result, MarginOverview overview, ConcentrationBar[] bars)
    {
        string which = bars.Length == 1 ? "The largest account" : $"The {bars.Length} largest of {Figure.Count(result.Accounts.Count, "account")}";
        double share = overview.ShareOfTotal(bars.Sum(bar => bar.Margin));
        return double.IsFinite(share)
            ? $"{which} {(bars.Length == 1 ? "holds" : "hold")} {Figure.Percent(share)} of the total margin. Bars: margin in {result.Currency}, with its share of the total."
            : $"{which}. Bars: margin in {result.Currency}.";
    }
}
