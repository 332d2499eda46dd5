using System.Globalization;
using GpuRisk.Domain.Measures;
using GpuRisk.Reports.Formats;
using GpuRisk.Reports.Markup;

namespace GpuRisk.Reports.Sections;

/// <summary>Every account with its margin and the figures behind it, largest margin first. Complete without the script.</summary>
internal static class AccountsTable
{
    private const int Shown = 1_000;

    /// <summary>From so many rows on the table scrolls within itself, so that its head stays in sight.</summary>
    private const int TallRows = 60;

    public static void Write(MarkupWriter page, RunResult result, MarginOverview overview)
    {
        AccountRisk[] rows = [.. overview.Ranked.Take(Shown)];
        MoneyFormat money = MoneyFormat.For(rows.SelectMany(Amounts));
        using (page.In("section", ("id", "accounts")))
        {
            page.Leaf("h2", "Accounts");
            page.Leaf("p", Lead(result, rows.Length), ("class", "lead-in"));
            if (rows.Length == 0)
                return;
            Filter(page, rows.Length);
            using (page.ScrollBox("Accounts, table", rows.Length > TallRows ? "tall" : ""))
            using (page.In("table", ("id", "accounts-table"), ("class", "figures")))
            {
                using (page.In("thead"))
                    Head(page, overview, result.HasCollateral);
                using (page.In("tbody"))
                {
                    foreach (AccountRisk account in rows)
                        Row(page, account, overview.Levels, money, result.HasCollateral);
                }
                using (page.In("tfoot"))
                    Foot(page, result, overview, money);
            }
        }
    }

    private static string Lead(RunResult result, int shown)
    {
        string order = result.Accounts.Count > shown
            ? $"The {Figure.Count(shown)} accounts with the largest margin, of {Figure.Count(result.Accounts.Count)} in all; the rest are in the result's tables. "
            : $"{Figure.Count(shown, "account")}, largest margin first. ";
        return order + $"Amounts in {result.Currency}; a positive VaR or ES is money lost.";
    }

    /// <summary>Hidden until the script, without which it could do nothing, shows it.</summary>
    private static void Filter(MarkupWriter page, int rows)
    {
        using (page.In("p", ("id", "accounts-filter"), ("class", "filter"), ("hidden", "hidden")))
        {
            page.Leaf("label", "Filter by account", ("for", "accounts-filter-text"));
            page.Empty("input", ("id", "accounts-filter-text"), ("type", "search"), ("autocomplete", "off"), ("spellcheck", "false"));
            page.Leaf("span", Figure.Count(rows, "account"), ("id", "accounts-filter-count"), ("aria-live", "polite"));
        }
    }

    private static void Head(MarkupWriter page, MarginOverview overview, bool hasCollateral)
    {
        string estimator = overview.Estimators.Count == 1 ? $", {overview.Estimators[0].Name()}" : "";
        int column = 0;
        using (page.In("tr"))
        {
            string[] labels = hasCollateral
                ? ["Account", "Margin", "Base ES", "Model risk", "Collateral", "Excess"]
                : ["Account", "Margin", "Base ES", "Model risk"];
            foreach (string label in labels)
                SortableHead(page, label, column++, ("rowspan", "2"), "");
            foreach (Confidence level in overview.Levels)
                page.Leaf("th", $"{level}{estimator}", ("class", "group"), ("colspan", "4"), ("scope", "colgroup"));
        }
        using (page.In("tr"))
        {
            foreach (Confidence _ in overview.Levels)
            {
                foreach (string label in new[] { "VaR", "95 % interval", "ES", "Std. error" })
                    SortableHead(page, label, column++, ("rowspan", "1"), label == "VaR" ? "group" : "");
            }
        }
    }

    private static void SortableHead(MarkupWriter page, string label, int column, (string, string) rowSpan, string kind)
    {
        string index = column.ToString(CultureInfo.InvariantCulture);
        string order = column == 1 ? "descending" : "none";
        page.Leaf(
            "th", label, ("scope", "col"), ("class", kind), ("data-column", index),
            ("data-sort", column == 0 ? "text" : "number"), ("aria-sort", order), rowSpan);
    }

    private static void Row(MarkupWriter page, AccountRisk account, IReadOnlyList<Confidence> levels, MoneyFormat money, bool hasCollateral)
    {
        using (page.In("tr"))
        {
            page.NameCell(account.Account);
            using (page.In("td", ("class", "main")))
                page.Money(account.Margin, money, WhyAbsent.Margin);
            page.MoneyCell(account.BaseEs, money, WhyAbsent.Figure);
            page.MoneyCell(account.ModelRisk, money, WhyAbsent.Error);
            if (hasCollateral)
            {
                page.MoneyCell(account.Collateral ?? double.NaN, money, WhyAbsent.Figure);
                Excess(page, account, money);
            }
            foreach (Confidence level in levels)
                Level(page, account.Measures.FirstOrDefault(measure => measure.Confidence == level), money);
        }
    }

    /// <summary>A shortfall is told by colour, by its sign and by a word: an amount that rounds to nothing has no sign.</summary>
    private static void Excess(MarkupWriter page, AccountRisk account, MoneyFormat money)
    {
        using (page.In("td", ("class", account.IsShort ? "shortfall" : "")))
        {
            page.Money(account.Excess ?? double.NaN, money, WhyAbsent.Margin);
            if (account.IsShort)
                page.Text("\u00A0short");
        }
    }

    private static void Level(MarkupWriter page, RiskMeasure? measure, MoneyFormat money)
    {
        using (page.In("td", ("class", "group")))
            page.Money(measure?.Var ?? double.NaN, money, measure is null ? WhyAbsent.NotReported : WhyAbsent.Figure);
        using (page.In("td", ("class", "error")))
        {
            if (measure is null || double.IsNaN(measure.VarLow) || double.IsNaN(measure.VarHigh))
                page.Absent(measure is null ? WhyAbsent.NotReported : WhyAbsent.Interval);
            else
                page.Text($"{money.Text(measure.VarLow)} – {money.Text(measure.VarHigh)}");
        }
        page.MoneyCell(measure?.Es ?? double.NaN, money, measure is null ? WhyAbsent.NotReported : WhyAbsent.Figure);
        using (page.In("td", ("class", "error")))
            page.Money(measure?.EsError ?? double.NaN, money, measure is null ? WhyAbsent.NotReported : WhyAbsent.Error);
    }

    private static void Foot(MarkupWriter page, RunResult result, MarginOverview overview, MoneyFormat money)
    {
        using (page.In("tr"))
        {
            page.Leaf("th", $"Sum of {Figure.Count(result.Accounts.Count, "account")}", ("scope", "row"));
            using (page.In("td", ("class", "main")))
                page.Money(overview.TotalMargin, money, WhyAbsent.Total);
            page.MoneyCell(result.Accounts.Sum(account => account.BaseEs), money, WhyAbsent.Total);
            page.MoneyCell(result.Accounts.Sum(account => account.ModelRisk), money, WhyAbsent.Total);
            if (result.HasCollateral)
            {
                page.MoneyCell(result.Accounts.Sum(account => account.Collateral ?? double.NaN), money, WhyAbsent.Total);
                page.MoneyCell(double.NaN, money, WhyAbsent.NotNetted);
            }
            if (overview.Levels.Count > 0)
                page.Leaf("td", "", ("class", "group"), ("colspan", (4 * overview.Levels.Count).ToString(CultureInfo.InvariantCulture)));
        }
    }

    private static IEnumerable<double> Amounts(AccountRisk account) =>
        account.Measures.SelectMany(measure => new[] { measure.Var, measure.Es }).Append(account.Margin).Append(account.BaseEs)
            .Append(account.Collateral ?? double.NaN);
}
