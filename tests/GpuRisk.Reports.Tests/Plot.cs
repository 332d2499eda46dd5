using System.Globalization;
using System.Xml.Linq;

namespace GpuRisk.Reports.Tests;

/// <summary>One panel of a drawn histogram, read back from its shapes alone.</summary>
internal sealed class Plot(XElement panel)
{
    public static Plot Body(Page page) => Of(page, "body");

    public static Plot Tail(Page page) => Of(page, "tail");

    /// <summary>Scenarios in the bars of a class, from the text that a pointer sees over each.</summary>
    public int Scenarios(string kind) => Named("rect", kind)
        .Select(bar => bar.Elements().Single().Value)
        .Sum(title => int.Parse(
            title[(title.LastIndexOf(": ", StringComparison.Ordinal) + 2)..].Split(' ')[0], NumberStyles.AllowThousands, CultureInfo.InvariantCulture));

    public double MarkX(string kind) => Coordinate(Named("line", kind).Single(), "x1");

    public IReadOnlyList<XElement> Marks(string kind) => [.. Named("line", kind)];

    /// <summary>Loss at a tick, in the unit of the axis, and where the tick stands.</summary>
    public IReadOnlyList<(double Value, double X)> Ticks => [.. Named("text", "middle")
        .Where(text => double.TryParse(text.Value, NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out _))
        .Select(text => (double.Parse(text.Value, NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture), Coordinate(text, "x")))];

    public string AxisTitle => Named("text", "axis-title").Single().Value;

    /// <summary>Where a loss, in the unit of the axis, ought to stand, by the outermost two ticks.</summary>
    public double XOf(double value)
    {
        ((double a, double xa), (double b, double xb)) = (Ticks[0], Ticks[^1]);
        return xa + (value - a) / (b - a) * (xb - xa);
    }

    private IEnumerable<XElement> Named(string tag, string kind) =>
        panel.Descendants().Where(element => element.Name.LocalName == tag && Page.HasClass(element, kind));

    private static double Coordinate(XElement shape, string name) => double.Parse(shape.Attribute(name)!.Value, CultureInfo.InvariantCulture);

    private static Plot Of(Page page, string kind) =>
        new(page.Document.Descendants().First(element => element.Name.LocalName == "g" && Page.HasClass(element, kind)));
}
