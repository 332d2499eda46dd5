using System.Globalization;
using GpuRisk.Reports.Formats;
using GpuRisk.Reports.Markup;

namespace GpuRisk.Reports.Svg;

/// <summary>A plot area: where it lies in the picture and which losses (x) and counts (y, from 0) it spans.</summary>
internal sealed record Panel(double Left, double Top, double Width, double Height, double MinX, double MaxX, double MaxY)
{
    public double Right => Left + Width;

    public double Bottom => Top + Height;

    public double X(double value) => Left + (value - MinX) / (MaxX - MinX) * Width;

    public double Y(double count) => Bottom - count / MaxY * Height;

    /// <summary>A coordinate of the picture, in its own units, to two decimals.</summary>
    public static string At(double coordinate) =>
        (Math.Round(coordinate, 2) + 0.0).ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>Horizontal grid lines with their counts.</summary>
    public void CountAxis(MarkupWriter page, int target)
    {
        foreach (double count in NiceTicks.Between(0, MaxY, target).Values.Where(count => count == Math.Floor(count)))
        {
            string y = At(Y(count));
            page.Empty("line", ("class", "grid"), ("x1", At(Left)), ("x2", At(Right)), ("y1", y), ("y2", y));
            page.Leaf("text", Figure.Count((long)count), ("class", "tick end"), ("x", At(Left - 6)), ("y", At(Y(count) + 4)));
        }
    }

    /// <summary>Ticks along the bottom, in the unit; each carries its value in the book's currency.</summary>
    public void LossAxis(MarkupWriter page, MoneyUnit unit, string title)
    {
        page.Empty("line", ("class", "axis"), ("x1", At(Left)), ("x2", At(Right)), ("y1", At(Bottom)), ("y2", At(Bottom)));
        NiceTicks ticks = NiceTicks.Between(MinX / unit.Size, MaxX / unit.Size, 7);
        string pattern = "N" + ticks.Decimals.ToString(CultureInfo.InvariantCulture);
        foreach (double tick in ticks.Values)
        {
            string x = At(X(tick * unit.Size));
            string label = Math.Abs(tick) < 1e15 ? tick.ToString(pattern, CultureInfo.InvariantCulture) : tick.ToString("0.##e+0", CultureInfo.InvariantCulture);
            page.Empty("line", ("class", "axis"), ("x1", x), ("x2", x), ("y1", At(Bottom)), ("y2", At(Bottom + 4)));
            page.Leaf("text", label, ("class", "tick middle"), ("x", x), ("y", At(Bottom + 16)));
        }
        page.Leaf("text", title, ("class", "axis-title end"), ("x", At(Right)), ("y", At(Bottom + 32)));
    }
}
