using GpuRisk.Domain.Measures;
using GpuRisk.Reports.Formats;
using GpuRisk.Reports.Markup;

namespace GpuRisk.Reports.Sections;

/// <summary>The instruments that add most to an account's ES and those that take most from it; the rest in one row, and the sum.</summary>
internal static class TopComponents
{
    private const int Adding = 8, Hedging = 5;

    public static void Write(MarkupWriter page, AccountRisk account, string currency, MoneyFormat money)
    {
        using (page.In("div", ("class", "components")))
        {
            if (account.Components.Count == 0)
            {
                page.Leaf("p", "No attribution: the run was not asked for it.", ("class", "quiet"));
                return;
            }
            EsComponent[] ranked = [.. account.Components.OrderByDescending(component => component.Es)];
            EsComponent[] adding = [.. ranked.Where(component => component.Es > 0).Take(Adding)];
            EsComponent[] hedging = [.. ranked.Where(component => component.Es < 0).TakeLast(Hedging)];
            using (page.ScrollBox($"Contributions to the ES of {account.Account}, table"))
            using (page.In("table", ("class", "figures")))
            {
                page.Leaf("caption", "Contributions to ES by instrument");
                Head(page, currency);
                Body(page, "Adding most", adding, account.BaseEs, money);
                Body(page, "Hedging most", hedging, account.BaseEs, money);
                Foot(page, account, adding.Length + hedging.Length, adding.Concat(hedging).Sum(component => component.Es), money);
            }
        }
    }

    private static void Head(MarkupWriter page, string currency)
    {
        using (page.In("thead"))
        using (page.In("tr"))
        {
            page.Leaf("th", "Instrument", ("scope", "col"));
            page.Leaf("th", "Underlying", ("scope", "col"), ("class", "text"));
            page.Leaf("th", $"ES, {currency}", ("scope", "col"));
            page.Leaf("th", "Share", ("scope", "col"));
        }
    }

    private static void Body(MarkupWriter page, string title, EsComponent[] components, double whole, MoneyFormat money)
    {
        if (components.Length == 0)
            return;
        using (page.In("tbody"))
        {
            using (page.In("tr", ("class", "divider")))
                page.Leaf("th", title, ("colspan", "4"), ("scope", "rowgroup"));
            foreach (EsComponent component in components)
            {
                using (page.In("tr"))
                {
                    page.NameCell(component.Instrument);
                    using (page.In("td", ("class", "text")))
                        page.Name(component.Underlying);
                    Amount(page, component.Es, whole, money);
                }
            }
        }
    }

    private static void Foot(MarkupWriter page, AccountRisk account, int shown, double shownEs, MoneyFormat money)
    {
        double sum = account.Components.Sum(component => component.Es);
        using (page.In("tfoot"))
        {
            if (account.Components.Count > shown)
            {
                using (page.In("tr"))
                {
                    page.Leaf("th", Figure.Count(account.Components.Count - shown, "other instrument"), ("scope", "row"), ("colspan", "2"));
                    Amount(page, sum - shownEs, account.BaseEs, money);
                }
            }
            using (page.In("tr"))
            {
                page.Leaf("th", "Sum: base ES", ("scope", "row"), ("colspan", "2"));
                Amount(page, sum, account.BaseEs, money);
            }
        }
    }

    private static void Amount(MarkupWriter page, double es, double whole, MoneyFormat money)
    {
        page.MoneyCell(es, money, WhyAbsent.Figure);
        page.PercentCell(whole > 0 ? es / whole : double.NaN, WhyAbsent.Share);
    }
}
