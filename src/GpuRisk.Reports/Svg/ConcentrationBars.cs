using GpuRisk.Reports.Formats;
using GpuRisk.Reports.Markup;

namespace GpuRisk.Reports.Svg;

/// <summary>One bar of the margin concentration.</summary>
/// <param name="Share">Of the total margin; NaN where the total is not positive.</param>
internal readonly record struct ConcentrationBar(string Account, double Margin, double Share);

/// <summary>The largest margins as horizontal bars from zero, each with its amount and share. Margins are positive and finite.</summary>
internal static class ConcentrationBars
{
    private const double Width = 1080, Names = 190, Values = 210, Row = 24, BarHeight = 15;

    public static void Draw(MarkupWriter page, IReadOnlyList<ConcentrationBar> bars, MoneyFormat money)
    {
        double most = bars.Max(bar => bar.Margin);
        using (page.In(
            "svg", ("xmlns", "http://www.w3.org/2000/svg"), ("class", "chart wide"), ("role", "img"),
            ("viewBox", $"0 0 {Panel.At(Width)} {Panel.At(bars.Count * Row + 8)}"),
            ("aria-labelledby", "concentration-title concentration-desc")))
        {
            page.Leaf("title", "Margin concentration", ("id", "concentration-title"));
            page.Leaf("desc", $"The {Figure.Count(bars.Count, "account")} with the largest margin, largest first.", ("id", "concentration-desc"));
            for (int i = 0; i < bars.Count; i++)
                Draw(page, bars[i], 4 + i * Row, bars[i].Margin / most * (Width - Names - Values), money);
            page.Empty(
                "line", ("class", "axis"), ("x1", Panel.At(Names)), ("x2", Panel.At(Names)),
                ("y1", "0"), ("y2", Panel.At(bars.Count * Row + 8)));
        }
    }

    private static void Draw(MarkupWriter page, ConcentrationBar bar, double top, double length, MoneyFormat money)
    {
        string baseline = Panel.At(top + 13);
        using (page.In("text", ("class", "bar-name end"), ("x", Panel.At(Names - 8)), ("y", baseline)))
        {
            page.Leaf("title", bar.Account);
            page.Text(ShortName.Of(bar.Account, 26));
        }
        page.Empty(
            "rect", ("class", "bar"), ("x", Panel.At(Names)), ("y", Panel.At(top + 2)),
            ("width", Panel.At(length)), ("height", Panel.At(BarHeight)));
        string share = double.IsFinite(bar.Share) ? $"  ({Figure.Percent(bar.Share)})" : "";
        page.Leaf(
            "text", money.Text(bar.Margin) + share,
            ("class", "bar-value start"), ("x", Panel.At(Names + length + 6)), ("y", baseline));
    }
}
