using GpuRisk.Reports.Formats;

namespace GpuRisk.Reports.Markup;

/// <summary>The pieces that every table is made of: names, figures and figures that do not exist.</summary>
internal static class Cells
{
    /// <summary>A name of the book. Isolated, so that right-to-left characters in it cannot reorder what stands around it.</summary>
    public static void Name(this MarkupWriter page, string name)
    {
        if (string.IsNullOrWhiteSpace(name))
            page.Absent("The name is empty.");
        else
            page.Leaf("bdi", name);
    }

    /// <summary>An en dash in place of a figure that does not exist, with the reason.</summary>
    public static void Absent(this MarkupWriter page, string why) => page.Leaf("abbr", "–", ("title", why));

    public static void Money(this MarkupWriter page, double value, MoneyFormat money, string whyAbsent)
    {
        if (double.IsNaN(value))
            page.Absent(whyAbsent);
        else
            page.Text(money.Text(value));
    }

    public static void Percent(this MarkupWriter page, double share, string whyAbsent)
    {
        if (double.IsFinite(share))
            page.Text(Figure.Percent(share));
        else
            page.Absent(whyAbsent);
    }

    public static void MoneyCell(this MarkupWriter page, double value, MoneyFormat money, string whyAbsent)
    {
        using (page.In("td"))
            page.Money(value, money, whyAbsent);
    }

    public static void PercentCell(this MarkupWriter page, double share, string whyAbsent)
    {
        using (page.In("td"))
            page.Percent(share, whyAbsent);
    }

    /// <summary>The head of a row: a name.</summary>
    public static void NameCell(this MarkupWriter page, string name)
    {
        using (page.In("th", ("scope", "row")))
            page.Name(name);
    }

    /// <summary>Attributes of a box that scrolls by itself when its content is wider than the page; reachable by keyboard.</summary>
    public static MarkupWriter.Scope ScrollBox(this MarkupWriter page, string label, string extraClass = "") =>
        page.In("div", ("class", ("scroll " + extraClass).TrimEnd()), ("role", "region"), ("aria-label", label), ("tabindex", "0"));
}
