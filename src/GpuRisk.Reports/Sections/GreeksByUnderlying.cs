using GpuRisk.Domain.Measures;
using GpuRisk.Reports.Formats;
using GpuRisk.Reports.Markup;

namespace GpuRisk.Reports.Sections;

/// <summary>The Greeks of all accounts by underlying: netted, and what the accounts hold without netting.</summary>
internal static class GreeksByUnderlying
{
    private const int Shown = 40;

    private sealed record Line(string Underlying, CashGreeks Net, double GrossDelta);

    public static void Write(MarkupWriter page, RunResult result)
    {
        if (result.Greeks is not { Accounts.Count: > 0 } greeks)
            return;
        Line[] lines = Lines(greeks.Accounts);
        Line all = new("All underlyings", Sum(lines.Select(line => line.Net)), lines.Sum(line => line.GrossDelta));
        MoneyFormat money = MoneyFormat.For(lines.Append(all).SelectMany(line => new[] { line.Net.Delta, line.Net.Gamma, line.Net.Vega, line.Net.Theta }));
        using (page.In("section", ("id", "greeks")))
        {
            page.Leaf("h2", "Greeks");
            page.Leaf("p", Lead(result, lines.Length), ("class", "lead-in"));
            using (page.ScrollBox("Greeks by underlying, table"))
            using (page.In("table", ("class", "figures")))
            {
                Head(page);
                using (page.In("tbody"))
                {
                    foreach (Line line in lines.Take(Shown))
                        Row(page, line, money);
                }
                using (page.In("tfoot"))
                    Row(page, all, money);
            }
        }
    }

    private static string Lead(RunResult result, int underlyings) =>
        (underlyings > Shown ? $"The {Shown} largest of {Figure.Count(underlyings, "underlying")}. " : "")
        + $"In {result.Currency}, summed over all accounts with their signs; gross delta adds up the size of each account's. "
        + "Delta: spot × dV/dS. Gamma: change of delta for a 1 % move of spot. Vega: a volatility point. Theta: a calendar day.";

    private static Line[] Lines(IReadOnlyList<AccountGreeks> accounts) =>
    [
        .. accounts.GroupBy(row => row.Underlying, StringComparer.Ordinal)
            .Select(rows => new Line(rows.Key, Sum(rows.Select(row => row.Greeks.Cash)), rows.Sum(row => Math.Abs(row.Greeks.DeltaCash))))
            .OrderByDescending(line => line.GrossDelta)
            .ThenBy(line => line.Underlying, StringComparer.Ordinal),
    ];

    private static CashGreeks Sum(IEnumerable<CashGreeks> greeks) => greeks.Aggregate(default(CashGreeks), CashGreeks.Add);

    private static void Head(MarkupWriter page)
    {
        using (page.In("thead"))
        using (page.In("tr"))
        {
            foreach (string label in new[] { "Underlying", "Net delta", "Gross delta", "Net gamma", "Net vega", "Net theta" })
                page.Leaf("th", label, ("scope", "col"));
        }
    }

    private static void Row(MarkupWriter page, Line line, MoneyFormat money)
    {
        using (page.In("tr"))
        {
            page.NameCell(line.Underlying);
            foreach (double figure in new[] { line.Net.Delta, line.GrossDelta, line.Net.Gamma, line.Net.Vega, line.Net.Theta })
                page.MoneyCell(figure, money, WhyAbsent.Figure);
        }
    }
}
