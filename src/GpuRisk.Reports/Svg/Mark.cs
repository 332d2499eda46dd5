using GpuRisk.Reports.Markup;

namespace GpuRisk.Reports.Svg;

/// <summary>A labelled vertical line at a loss. The label stands on the preferred side, or on the other where that side has no room.</summary>
/// <param name="Kind">The line's class: <c>var</c>, <c>es</c> or <c>worst</c>.</param>
/// <param name="Row">Rows of labels count upwards from the plot, from 0.</param>
internal sealed record Mark(string Kind, double Value, string Label, int Row, bool PreferLeft)
{
    private const double RowHeight = 16;
    private const double CharacterWidth = 6.6;

    public void Draw(MarkupWriter page, Panel panel)
    {
        if (!(Value >= panel.MinX && Value <= panel.MaxX))
            return;
        double x = panel.X(Value), y = panel.Top - 6 - Row * RowHeight;
        page.Empty(
            "line", ("class", "mark " + Kind), ("x1", Panel.At(x)), ("x2", Panel.At(x)),
            ("y1", Panel.At(y - 10)), ("y2", Panel.At(panel.Bottom)));
        double room = Label.Length * CharacterWidth;
        bool left = PreferLeft ? x - room > panel.Left : x + room > panel.Right;
        page.Leaf(
            "text", Label, ("class", $"mark-label {Kind} {(left ? "end" : "start")}"),
            ("x", Panel.At(left ? x - 4 : x + 4)), ("y", Panel.At(y)));
    }
}
