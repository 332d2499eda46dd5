using System.Globalization;
using GpuRisk.Domain.Scenarios;
using GpuRisk.Reports.Formats;
using GpuRisk.Reports.Markup;

namespace GpuRisk.Reports.Svg;

/// <summary>Quantiles of a factor's standardised returns against those of the model's law: points on the line where the law is right.</summary>
internal static class QuantileChart
{
    private const double Width = 460, Left = 46, Top = 26, Side = 400, Height = 474;

    /// <summary>All points of either tail, and as many in between as an eye can tell apart.</summary>
    private const int TailPoints = 100, BodyPoints = 200;

    /// <summary>The axes reach this far beyond what the law expects at most: a single wild return would squeeze all others into a dot.</summary>
    private const double Beyond = 2;

    public static void Draw(MarkupWriter page, QuantilePlot fit)
    {
        (double Expected, double Observed)[] points =
        [
            .. fit.Expected.Zip(fit.Observed).Where(point => double.IsFinite(point.First) && double.IsFinite(point.Second)),
        ];
        using (page.In("figure"))
        {
            if (points.Length < 2)
                page.Leaf("p", "The quantiles cannot be drawn: fewer than two are finite.", ("class", "quiet"));
            else
                Picture(page, fit, points, Reach(points));
            Caption(page, fit, points);
        }
    }

    private static void Picture(MarkupWriter page, QuantilePlot fit, (double Expected, double Observed)[] points, double reach)
    {
        using (page.In(
            "svg", ("xmlns", "http://www.w3.org/2000/svg"), ("class", "chart quantiles"), ("role", "img"), ("viewBox", $"0 0 {Panel.At(Width)} {Panel.At(Height)}"),
            ("width", Panel.At(Width)), ("aria-labelledby", "quantiles-title quantiles-desc")))
        {
            page.Leaf("title", $"Quantiles of {fit.Factor} against {fit.Law}", ("id", "quantiles-title"));
            page.Leaf("desc", Description(points), ("id", "quantiles-desc"));
            Axes(page, reach);
            page.Empty(
                "line", ("class", "mark diagonal"), ("x1", Panel.At(X(-reach, reach))), ("y1", Panel.At(Y(-reach, reach))), ("x2", Panel.At(X(reach, reach))),
                ("y2", Panel.At(Y(reach, reach))));
            foreach (int i in Shown(points.Length))
                Dot(page, points[i], reach);
        }
    }

    private static void Dot(MarkupWriter page, (double Expected, double Observed) point, double reach)
    {
        bool beyond = Math.Abs(point.Observed) > reach;
        string x = Panel.At(X(point.Expected, reach)), y = Panel.At(Y(Math.Clamp(point.Observed, -reach, reach), reach));
        using (page.In("circle", ("class", beyond ? "dot beyond" : "dot"), ("cx", x), ("cy", y), ("r", beyond ? "4" : "2.6")))
            page.Leaf("title", string.Create(CultureInfo.InvariantCulture, $"expected {point.Expected:0.00}, observed {point.Observed:0.00}"));
    }

    private static void Axes(MarkupWriter page, double reach)
    {
        NiceTicks ticks = NiceTicks.Between(-reach, reach, 8);
        string pattern = "N" + ticks.Decimals.ToString(CultureInfo.InvariantCulture);
        foreach (double tick in ticks.Values)
        {
            string x = Panel.At(X(tick, reach)), y = Panel.At(Y(tick, reach)), label = Math.Abs(tick) < 1e15 ? tick.ToString(pattern, CultureInfo.InvariantCulture) : tick.ToString("0.##e+0", CultureInfo.InvariantCulture);
            page.Empty("line", ("class", "grid"), ("x1", x), ("x2", x), ("y1", Panel.At(Top)), ("y2", Panel.At(Top + Side)));
            page.Empty("line", ("class", "grid"), ("x1", Panel.At(Left)), ("x2", Panel.At(Left + Side)), ("y1", y), ("y2", y));
            page.Leaf("text", label, ("class", "tick middle"), ("x", x), ("y", Panel.At(Top + Side + 16)));
            page.Leaf("text", label, ("class", "tick end"), ("x", Panel.At(Left - 6)), ("y", Panel.At(Y(tick, reach) + 4)));
        }
        page.Leaf("text", "expected by the law", ("class", "axis-title end"), ("x", Panel.At(Left + Side)), ("y", Panel.At(Top + Side + 34)));
        page.Leaf("text", "observed, in standard deviations", ("class", "axis-title start"), ("x", Panel.At(Left)), ("y", Panel.At(Top - 10)));
    }

    /// <summary>How far both axes go from 0, so that the line is at 45 degrees.</summary>
    private static double Reach((double Expected, double Observed)[] points)
    {
        double expected = points.Max(point => Math.Abs(point.Expected)), observed = points.Max(point => Math.Abs(point.Observed));
        double reach = 1.05 * Math.Max(expected, expected > 0 ? Math.Min(observed, Beyond * expected) : observed);
        return reach > 0 && double.IsFinite(reach) ? reach : 1;
    }

    private static double X(double value, double reach) => Left + (value / reach + 1) / 2 * Side;

    private static double Y(double value, double reach) => Top + (1 - value / reach) / 2 * Side;

    private static IEnumerable<int> Shown(int count)
    {
        if (count <= 2 * TailPoints + BodyPoints)
            return Enumerable.Range(0, count);
        int body = count - 2 * TailPoints;
        return
        [
            .. Enumerable.Range(0, TailPoints), .. Enumerable.Range(0, BodyPoints).Select(i => TailPoints + (int)((long)i * body / BodyPoints)),
            .. Enumerable.Range(count - TailPoints, TailPoints),
        ];
    }

    private static string Description((double Expected, double Observed)[] points) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Figure.Count(points.Length, "quantile")}. Least: {points[0].Observed:0.0} where the law expects {points[0].Expected:0.0}. Greatest: {points[^1].Observed:0.0} where it expects {points[^1].Expected:0.0}.");

    private static void Caption(MarkupWriter page, QuantilePlot fit, (double Expected, double Observed)[] points)
    {
        using (page.In("figcaption"))
        {
            page.Leaf("bdi", fit.Factor.ToString());
            page.Text(" against ");
            page.Leaf("bdi", fit.Law);
            page.Text($": {Figure.Count(points.Length, "quantile")} of returns over their volatility. On the line the law is right; below it on the left, or above it on the right, tails are heavier than the law's.");
            if (points.Length > 2 * TailPoints + BodyPoints)
                page.Text($" Drawn: the {TailPoints} outermost on each side and {BodyPoints} between them.");
            if (points.Length >= 2 && points.Any(point => Math.Abs(point.Observed) > Reach(points)))
                page.Text(string.Create(CultureInfo.InvariantCulture, $" Hollow: beyond the end of the axis, from {points.Min(point => point.Observed):0.0} to {points.Max(point => point.Observed):0.0}."));
        }
    }
}
