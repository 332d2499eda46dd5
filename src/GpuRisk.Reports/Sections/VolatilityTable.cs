using System.Globalization;
using GpuRisk.Domain.Scenarios;
using GpuRisk.Reports.Formats;
using GpuRisk.Reports.Markup;

namespace GpuRisk.Reports.Sections;

/// <summary>One row a factor: its volatility and what it rests on. Columns that no factor fills are left out.</summary>
internal static class VolatilityTable
{
    private const double DaysAYear = 365;

    /// <param name="Text">A column of words, to the left; else of figures.</param>
    private sealed record Column(string Title, Action<MarkupWriter, FactorCalibration> Write, Func<FactorCalibration, bool> IsThere, bool Text = false);

    private static Column[] Columns =>
    [
        new("Volatility, a day", (page, factor) => Volatility(page, factor.Volatility), _ => true),
        new("× √365", (page, factor) => Volatility(page, factor.Volatility * Math.Sqrt(DaysAYear)), _ => true),
        new("Rule", (page, factor) => page.Leaf("bdi", factor.Rule), factor => factor.Rule.Length > 0, Text: true),
        new("ω", (page, factor) => page.Text(factor.Garch!.Omega.ToString("0.##e+0", CultureInfo.InvariantCulture)), factor => factor.Garch is not null),
        new("α", (page, factor) => page.Text(Parameter(factor.Garch!.Alpha)), factor => factor.Garch is not null),
        new("β", (page, factor) => page.Text(Parameter(factor.Garch!.Beta)), factor => factor.Garch is not null),
        new("Floor", Floor, factor => factor.Floor is not null),
        new("d.f.", (page, factor) => page.Text(Figure.DegreesOfFreedom(factor.DegreesOfFreedom!.Value)), factor => factor.DegreesOfFreedom is not null),
        new("Returns", (page, factor) => page.Text(Figure.Count(factor.Returns)), _ => true),
        new("Of a proxy", (page, factor) => page.Text(Figure.Count(factor.ProxiedReturns)), factor => factor.ProxiedReturns > 0),
        new("First", (page, factor) => page.Text(Figure.Day(factor.First!.Value)), factor => factor.First is not null),
        new("Last", (page, factor) => page.Text(Figure.Day(factor.Last!.Value)), factor => factor.Last is not null),
        new("Proxy", (page, factor) => page.Leaf("bdi", factor.Proxy!), factor => !string.IsNullOrEmpty(factor.Proxy), Text: true),
    ];

    public static void Write(MarkupWriter page, CalibrationReport calibration)
    {
        if (calibration.Factors.Count == 0)
            return;
        Column[] columns = [.. Columns.Where(column => calibration.Factors.Any(column.IsThere))];
        page.Leaf("h3", "Volatility");
        page.Leaf("p", Lead(columns), ("class", "lead-in"));
        LongList.Fold(page, calibration.Factors, part => Table(page, columns, part));
    }

    private static string Lead(Column[] columns)
    {
        string garch = columns.Any(column => column.Title == "ω") ? " GARCH(1,1): next variance = ω + α × squared surprise + β × variance." : "";
        string floor = columns.Any(column => column.Title == "Floor") ? " Bold: the floor holds the volatility up." : "";
        return "Of spot and vol factors the standard deviation of a log change, of basis and rate factors of an absolute one. A year is 365 days." + garch + floor;
    }

    private static void Table(MarkupWriter page, Column[] columns, IReadOnlyList<FactorCalibration> factors)
    {
        using (page.ScrollBox("Volatility of each factor, table"))
        using (page.In("table", ("class", "figures volatility")))
        {
            using (page.In("thead"))
            using (page.In("tr"))
            {
                page.Leaf("th", "Factor", ("scope", "col"));
                foreach (Column column in columns)
                    page.Leaf("th", column.Title, ("scope", "col"), ("class", column.Text ? "text" : "number"));
            }
            using (page.In("tbody"))
            {
                foreach (FactorCalibration factor in factors)
                    Row(page, columns, factor);
            }
        }
    }

    private static void Row(MarkupWriter page, Column[] columns, FactorCalibration factor)
    {
        using (page.In("tr"))
        {
            page.NameCell(factor.Factor.ToString());
            foreach (Column column in columns)
            {
                using (page.In("td", ("class", column.Text ? "text words" : "number")))
                {
                    if (column.IsThere(factor))
                        column.Write(page, factor);
                }
            }
        }
    }

    private static void Volatility(MarkupWriter page, double volatility)
    {
        if (double.IsFinite(volatility))
            page.Text(Figure.Volatility(volatility));
        else
            page.Absent(WhyAbsent.Figure);
    }

    /// <summary>Where the floor is what the volatility is, it stands out.</summary>
    private static void Floor(MarkupWriter page, FactorCalibration factor)
    {
        double floor = factor.Floor!.Value;
        using (page.In(factor.Volatility <= floor ? "b" : "span"))
            Volatility(page, floor);
    }

    private static string Parameter(double value) => value.ToString("0.0000", CultureInfo.InvariantCulture);
}
