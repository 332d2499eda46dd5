using GpuRisk.Domain.Measures;
using GpuRisk.Reports.Formats;
using GpuRisk.Reports.Markup;

namespace GpuRisk.Reports.Sections;

/// <summary>The run in a handful of figures.</summary>
internal static class SummaryTiles
{
    public static void Write(MarkupWriter page, RunResult result, MarginOverview overview)
    {
        using (page.In("section", ("class", "tiles"), ("aria-label", "Summary")))
        {
            Tile(page, $"Total margin, {result.Currency}", () => page.Money(overview.TotalMargin, overview.Money, WhyAbsent.Total),
                () => page.Text(TotalNote(result)), "lead");
            Tile(page, $"Largest margin, {result.Currency}", () => LargestMargin(page, overview), () => LargestNote(page, overview), "lead");
            Tile(page, "Accounts", () => page.Text(Figure.Count(result.Accounts.Count)));
            if (result.HasCollateral)
                Shortfall(page, result);
            Tile(page, "Positions", () => page.Text(Figure.Count(result.Positions)));
            Tile(page, "Instruments", () => page.Text(Figure.Count(result.Instruments)),
                () => page.Text(result.IsComplete ? "all priced" : $"{Figure.Count(result.Failures.Count)} not priced"));
            Tile(page, "Prices per second", () => Speed(page, result.PricesPerSecond));
            Tile(page, "Total time", () => Time(page, result.Seconds.Total),
                () => page.Text($"revaluation {Figure.Seconds(result.Seconds.Revaluation)}, aggregation {Figure.Seconds(result.Seconds.Aggregation)}"));
        }
    }

    private static void Shortfall(MarkupWriter page, RunResult result)
    {
        AccountRisk[] shorts = [.. result.Accounts.Where(account => account.IsShort)];
        double sum = shorts.Sum(account => account.Excess ?? 0);
        Tile(page, "Accounts in shortfall", () => page.Text(Figure.Count(shorts.Length)),
            () => page.Text(shorts.Length == 0
                ? "no margin exceeds its collateral"
                : $"by {MoneyFormat.For([sum]).Text(-sum)} {result.Currency} in all"),
            shorts.Length == 0 ? "" : "shortfall");
    }

    private static string TotalNote(RunResult result)
    {
        int without = result.Accounts.Count(account => double.IsNaN(account.Margin));
        return without > 0
            ? $"{Figure.Count(without, "account")} without a margin: see the table"
            : $"sum over accounts, not netted; base ES {result.MarginConfidence} and model risk";
    }

    private static void LargestMargin(MarkupWriter page, MarginOverview overview) =>
        page.Money(overview.Largest?.Margin ?? double.NaN, overview.Money, "No account has a margin.");

    private static void LargestNote(MarkupWriter page, MarginOverview overview)
    {
        if (overview.Largest is not { } largest)
            return;
        page.Name(ShortName.Of(largest.Account, 40));
        double share = overview.ShareOfTotal(largest.Margin);
        if (double.IsFinite(share))
            page.Text($", {Figure.Percent(share)} of the total");
    }

    private static void Speed(MarkupWriter page, double pricesPerSecond)
    {
        if (double.IsFinite(pricesPerSecond))
            page.Text(Figure.Rounded(pricesPerSecond));
        else
            page.Absent("The revaluation was too short to be timed.");
    }

    private static void Time(MarkupWriter page, double seconds)
    {
        if (double.IsFinite(seconds))
            page.Text(Figure.Seconds(seconds));
        else
            page.Absent("The run was not timed.");
    }

    private static void Tile(MarkupWriter page, string label, Action figure, Action? note = null, string kind = "")
    {
        using (page.In("div", ("class", ("tile " + kind).TrimEnd())))
        {
            page.Leaf("p", label, ("class", "label"));
            using (page.In("p", ("class", "figure")))
                figure();
            if (note is null)
                return;
            using (page.In("p", ("class", "note")))
                note();
        }
    }
}
