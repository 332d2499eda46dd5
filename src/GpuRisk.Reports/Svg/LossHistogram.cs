using GpuRisk.Domain.Measures;
using GpuRisk.Reports.Formats;
using GpuRisk.Reports.Markup;

namespace GpuRisk.Reports.Svg;

/// <summary>
/// The loss distribution of one account as a picture: all losses with VaR and ES above, the tail from VaR on below.
/// Losses that are not finite cannot be drawn and are counted in the caption.
/// </summary>
/// <param name="measure">VaR and ES to mark; null where the account has none.</param>
internal sealed class LossHistogram(MarkupWriter page, RiskMeasure? measure, string currency, MoneyFormat money)
{
    private const double Width = 680, Left = 52, PlotWidth = 612;
    private const double BodyTop = 42, BodyHeight = 190, BodyPicture = 268;
    private const double TailTop = 342, TailHeight = 92, TailPicture = 470;

    /// <param name="number">Tells the ids of one page's pictures apart.</param>
    public void Draw(int number, LossDistribution distribution)
    {
        double[] losses = [.. distribution.Losses.Where(double.IsFinite).Order()];
        using (page.In("figure"))
        {
            if (losses.Length == 0 || !double.IsFinite(losses[^1] - losses[0]))
                page.Leaf("p", "The losses cannot be drawn: none is finite, or they span more than a number can hold.", ("class", "quiet"));
            else
                Picture(number, distribution.Account, losses);
            Caption(losses.Length, distribution.Losses.Count - losses.Length);
        }
    }

    private void Picture(int number, string account, double[] losses)
    {
        int tailStart = measure is null ? -1 : Array.FindIndex(losses, loss => loss >= measure.Var);
        double[] tail = tailStart < 0 ? [] : losses[tailStart..];
        bool zoom = tail.Length > 1 && tail[0] < tail[^1];
        string titleId = $"histogram-{number}-title", descriptionId = $"histogram-{number}-desc";
        using (page.In(
            "svg", ("xmlns", "http://www.w3.org/2000/svg"), ("class", "chart"), ("role", "img"),
            ("viewBox", $"0 0 {Panel.At(Width)} {Panel.At(zoom ? TailPicture : BodyPicture)}"),
            ("aria-labelledby", $"{titleId} {descriptionId}")))
        {
            page.Leaf("title", $"Loss distribution of {account}", ("id", titleId));
            page.Leaf("desc", Description(losses), ("id", descriptionId));
            Body(losses);
            if (zoom)
                Tail(tail, losses.Length);
        }
    }

    private void Body(double[] losses)
    {
        LossRange range = measure is null ? LossRange.Of(losses) : LossRange.Of(losses, measure.Var, measure.Es);
        HistogramBins bins = Bins(losses, range);
        Panel panel = PanelFor(bins, BodyTop, BodyHeight);
        using (page.In("g", ("class", "body")))
        {
            panel.CountAxis(page, 5);
            Band(panel);
            Plot(panel, bins, " (negative: gain)");
            if (measure is null)
                return;
            new Mark("var", measure.Var, $"VaR {measure.Confidence}: {money.Text(measure.Var)}", 0, PreferLeft: true).Draw(page, panel);
            new Mark("es", measure.Es, $"ES {measure.Confidence}: {money.Text(measure.Es)}", 1, PreferLeft: false).Draw(page, panel);
        }
    }

    private void Tail(double[] tail, int scenarios)
    {
        HistogramBins bins = Bins(tail, new LossRange(tail[0], tail[^1]));
        Panel panel = PanelFor(bins, TailTop, TailHeight);
        using (page.In("g", ("class", "tail")))
        {
            page.Leaf(
                "text", $"The tail alone: {Figure.Count(tail.Length)} of {Figure.Count(scenarios, "scenario")} at or beyond VaR, where the axis begins",
                ("class", "panel-title"), ("x", Panel.At(Left)), ("y", Panel.At(TailTop - 40)));
            panel.CountAxis(page, 3);
            Plot(panel, bins, "");
            new Mark("es", measure!.Es, $"ES: {money.Text(measure.Es)}", 0, PreferLeft: false).Draw(page, panel);
            new Mark("worst", tail[^1], $"worst: {money.Text(tail[^1])}", 1, PreferLeft: true).Draw(page, panel);
        }
    }

    private bool Anchored => measure is not null && double.IsFinite(measure.Var);

    /// <summary>Rice's rule, 2 n^(1/3) bins, within what a picture of this width can show.</summary>
    private HistogramBins Bins(double[] losses, LossRange range)
    {
        int target = Math.Clamp((int)(2 * Math.Cbrt(losses.Length)), 20, 80);
        return HistogramBins.Of(losses, range.Low, range.High, Anchored ? measure!.Var : 0, target);
    }

    private static Panel PanelFor(HistogramBins bins, double top, double height)
    {
        double low = bins.Below > 0 ? bins.Start - bins.Width : bins.Start;
        double high = bins.Above > 0 ? bins.End + bins.Width : bins.End;
        double most = Math.Max(bins.Counts.Max(), Math.Max(bins.Below, bins.Above));
        return new Panel(Left, top, PlotWidth, height, low, high, most * 1.04);
    }

    private void Plot(Panel panel, HistogramBins bins, string remark)
    {
        Bars.Draw(page, panel, bins, money, Anchored);
        MoneyUnit unit = MoneyUnit.For(Math.Max(Math.Abs(panel.MinX), Math.Abs(panel.MaxX)), currency);
        panel.LossAxis(page, unit, $"loss, {unit.Name}{remark}");
    }

    /// <summary>The 95 % interval of VaR as a band behind the bars, cut to the plot.</summary>
    private void Band(Panel panel)
    {
        if (measure is null || !double.IsFinite(measure.VarLow) || !double.IsFinite(measure.VarHigh))
            return;
        double left = Math.Max(panel.X(measure.VarLow), panel.Left), right = Math.Min(panel.X(measure.VarHigh), panel.Right);
        if (right > left)
        {
            page.Empty(
                "rect", ("class", "band"), ("x", Panel.At(left)), ("y", Panel.At(panel.Top)),
                ("width", Panel.At(right - left)), ("height", Panel.At(panel.Height)));
        }
    }

    private string Description(double[] losses)
    {
        string text = $"{Figure.Count(losses.Length, "scenario")}, losses from {money.Text(losses[0])} to {money.Text(losses[^1])} {currency}.";
        return measure is null
            ? text
            : $"{text} VaR at {measure.Confidence}: {money.Text(measure.Var)}. ES: {money.Text(measure.Es)}.";
    }

    private void Caption(int drawn, int notFinite)
    {
        using (page.In("figcaption"))
        {
            page.Text($"{Figure.Count(drawn, "scenario")}.");
            if (measure is not null)
                page.Text(" Orange: losses at or beyond VaR. Shaded: 95 % interval of VaR.");
            page.Text(" Hollow, with a count: beyond the end of the axis.");
            if (notFinite > 0)
                page.Text($" Not drawn: {Figure.Count(notFinite, "scenario")} whose loss is not finite.");
        }
    }
}
