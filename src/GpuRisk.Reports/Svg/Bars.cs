using GpuRisk.Reports.Formats;
using GpuRisk.Reports.Markup;

namespace GpuRisk.Reports.Svg;

/// <summary>Draws bins as bars: those from the anchor on in the tail's colour, what lies beyond the axis hollow.</summary>
internal static class Bars
{
    public static void Draw(MarkupWriter page, Panel panel, HistogramBins bins, MoneyFormat money, bool anchored)
    {
        for (int i = 0; i < bins.Counts.Count; i++)
        {
            if (bins.Counts[i] == 0)
                continue;
            double low = bins.Edge(i), high = bins.Edge(i + 1);
            string kind = anchored && i >= bins.AnchorBin ? "bar tail" : "bar";
            Bar(page, panel, kind, low, high, bins.Counts[i], $"{money.Text(low)} to {money.Text(high)}");
        }
        if (bins.Below > 0)
            Beyond(page, panel, bins.Start - bins.Width, bins.Start, bins.Below, $"below {money.Text(bins.Start)}");
        if (bins.Above > 0)
            Beyond(page, panel, bins.End, bins.End + bins.Width, bins.Above, $"{money.Text(bins.End)} and more");
    }

    private static void Beyond(MarkupWriter page, Panel panel, double low, double high, int count, string span)
    {
        Bar(page, panel, "bar beyond", low, high, count, span);
        double middle = (panel.X(low) + panel.X(high)) / 2;
        bool left = middle < panel.Left + panel.Width / 2;
        page.Leaf(
            "text", left ? "‹ " + Figure.Count(count) : Figure.Count(count) + " ›",
            ("class", "tick middle"), ("x", Panel.At(middle)), ("y", Panel.At(panel.Y(count) - 4)));
    }

    private static void Bar(MarkupWriter page, Panel panel, string kind, double low, double high, int count, string span)
    {
        double left = panel.X(low), right = panel.X(high), top = panel.Y(count);
        // A hairline between bars, unless they are themselves hairlines.
        double gap = right - left > 4 ? 1 : 0;
        using (page.In(
            "rect", ("class", kind), ("x", Panel.At(left)), ("y", Panel.At(top)),
            ("width", Panel.At(right - left - gap)), ("height", Panel.At(panel.Bottom - top))))
        {
            page.Leaf("title", $"{span}: {Figure.Count(count, "scenario")}");
        }
    }
}
