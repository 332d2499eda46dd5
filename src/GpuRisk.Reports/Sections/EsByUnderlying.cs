using GpuRisk.Domain.Measures;
using GpuRisk.Reports.Formats;
using GpuRisk.Reports.Markup;

namespace GpuRisk.Reports.Sections;

/// <summary>The same contributions summed by underlying: a row an underlying, a column an account.</summary>
internal static class EsByUnderlying
{
    private const int Shown = 40;

    private sealed record Line(string Underlying, double[] Es)
    {
        public double Sum => Es.Sum();
    }

    /// <param name="accounts">The accounts of the cards above; those without attribution are left out.</param>
    public static void Write(MarkupWriter page, RunResult result, IReadOnlyList<AccountRisk> accounts)
    {
        AccountRisk[] columns = [.. accounts.Where(account => account.Components.Count > 0)];
        if (columns.Length == 0)
            return;
        Line[] lines = Lines(columns);
        MoneyFormat money = MoneyFormat.For(lines.SelectMany(line => line.Es.Append(line.Sum)));
        page.Leaf("h3", "Contributions to ES by underlying");
        if (lines.Length > Shown)
            page.Leaf("p", $"The {Shown} largest of {Figure.Count(lines.Length, "underlying")}.", ("class", "lead-in"));
        using (page.ScrollBox("Contributions to ES by underlying, table"))
        using (page.In("table", ("class", "figures")))
        {
            Head(page, columns, result.Currency);
            using (page.In("tbody"))
            {
                foreach (Line line in lines.Take(Shown))
                    Row(page, line.Underlying, line, columns, money);
            }
            using (page.In("tfoot"))
            {
                Line all = new("All underlyings", [.. columns.Select((_, i) => lines.Sum(line => line.Es[i]))]);
                Row(page, all.Underlying, all, columns, money);
            }
        }
    }

    /// <summary>Largest sum first, whichever its sign.</summary>
    private static Line[] Lines(AccountRisk[] columns)
    {
        Dictionary<string, Line> lines = new(StringComparer.Ordinal);
        for (int i = 0; i < columns.Length; i++)
        {
            foreach (EsComponent component in columns[i].Components)
            {
                if (!lines.TryGetValue(component.Underlying, out Line? line))
                    lines.Add(component.Underlying, line = new Line(component.Underlying, new double[columns.Length]));
                line.Es[i] += component.Es;
            }
        }
        return [.. lines.Values
            .OrderByDescending(line => Math.Abs(line.Sum))
            .ThenBy(line => line.Underlying, StringComparer.Ordinal)];
    }

    private static void Head(MarkupWriter page, AccountRisk[] columns, string currency)
    {
        using (page.In("thead"))
        {
            using (page.In("tr"))
            {
                page.Leaf("th", "Underlying", ("scope", "col"), ("rowspan", "2"));
                foreach (AccountRisk account in columns)
                {
                    using (page.In("th", ("class", "group"), ("colspan", "2"), ("scope", "colgroup")))
                        page.Name(account.Account);
                }
                page.Leaf("th", $"Sum, {currency}", ("class", "group"), ("scope", "col"), ("rowspan", "2"));
            }
            using (page.In("tr"))
            {
                foreach (AccountRisk _ in columns)
                {
                    page.Leaf("th", $"ES, {currency}", ("class", "group"), ("scope", "col"));
                    page.Leaf("th", "Share", ("scope", "col"));
                }
            }
        }
    }

    private static void Row(MarkupWriter page, string name, Line line, AccountRisk[] columns, MoneyFormat money)
    {
        using (page.In("tr"))
        {
            page.NameCell(name);
            for (int i = 0; i < columns.Length; i++)
            {
                using (page.In("td", ("class", "group")))
                    page.Money(line.Es[i], money, WhyAbsent.Figure);
                page.PercentCell(columns[i].BaseEs > 0 ? line.Es[i] / columns[i].BaseEs : double.NaN, WhyAbsent.Share);
            }
            using (page.In("td", ("class", "group main")))
                page.Money(line.Sum, money, WhyAbsent.Figure);
        }
    }
}
