using GpuRisk.Domain.Measures;
using GpuRisk.Reports.Formats;
using GpuRisk.Reports.Markup;
using GpuRisk.Reports.Svg;

namespace GpuRisk.Reports.Sections;

/// <summary>One card an account whose whole distribution was kept: its picture and what drives its tail.</summary>
internal static class LossDistributions
{
    private const int Shown = 12;

    public static void Write(MarkupWriter page, RunResult result)
    {
        if (result.Distributions.Count == 0)
            return;
        Dictionary<string, AccountRisk> accounts = new(StringComparer.Ordinal);
        foreach (AccountRisk account in result.Accounts)
            accounts.TryAdd(account.Account, account);
        using (page.In("section", ("id", "distributions")))
        {
            page.Leaf("h2", "Loss distributions and what drives the tail");
            page.Leaf("p", Lead(result), ("class", "lead-in"));
            for (int i = 0; i < Math.Min(Shown, result.Distributions.Count); i++)
                Card(page, i + 1, result, result.Distributions[i], accounts.GetValueOrDefault(result.Distributions[i].Account));
            EsByUnderlying.Write(page, result, [.. result.Distributions.Take(Shown)
                .Select(distribution => accounts.GetValueOrDefault(distribution.Account)).OfType<AccountRisk>()]);
        }
    }

    private static string Lead(RunResult result)
    {
        string left = result.Distributions.Count > Shown ? $"The first {Shown} of {Figure.Count(result.Distributions.Count)} distributions. " : "";
        return left + $"Losses{(result.Origin == ScenarioOrigin.Given ? "" : " over " + Figure.Days(result.HorizonDays))} in {result.Currency}, the accounts with the largest margin. "
            + "A contribution is an instrument's mean loss in the scenarios of the account's tail; contributions sum to the base ES, and a negative one is a hedge.";
    }

    private static void Card(MarkupWriter page, int number, RunResult result, LossDistribution distribution, AccountRisk? account)
    {
        RiskMeasure? measure = account?.Measures.FirstOrDefault(candidate => candidate.Confidence == result.MarginConfidence);
        MoneyFormat money = MoneyFormat.For(measure is null ? distribution.Losses : [measure.Var, measure.Es, account!.Margin]);
        using (page.In("article", ("class", "distribution")))
        {
            using (page.In("h3"))
                page.Name(distribution.Account);
            if (account is not null)
            {
                Figures(page, account, measure, money);
                Greeks(page, account, result);
            }
            using (page.In("div", ("class", "pair")))
            {
                using (page.ScrollBox($"Loss distribution of {distribution.Account}, chart"))
                    new LossHistogram(page, measure, result.Currency, money).Draw(number, distribution);
                if (account is not null)
                    TopComponents.Write(page, account, result.Currency, money);
            }
        }
    }

    private static void Figures(MarkupWriter page, AccountRisk account, RiskMeasure? measure, MoneyFormat money)
    {
        using (page.In("p", ("class", "strip")))
        {
            Item(page, "Margin", () => page.Money(account.Margin, money, WhyAbsent.Margin));
            Item(page, "base ES", () => page.Money(account.BaseEs, money, WhyAbsent.Figure));
            Item(page, "model risk", () => page.Money(account.ModelRisk, money, WhyAbsent.Error));
            if (measure is not null)
                Item(page, "standard error of ES", () => page.Money(measure.EsError, money, WhyAbsent.Error));
            if (account.Tail.Count > 0)
                Item(page, "worst loss", () => page.Money(account.Tail[0].Loss, money, WhyAbsent.Figure));
        }
    }

    /// <summary>The account's Greeks in money, over all its underlyings.</summary>
    private static void Greeks(MarkupWriter page, AccountRisk account, RunResult result)
    {
        AccountGreeks[] own = [.. result.Greeks?.Accounts.Where(row => row.Account == account.Account) ?? []];
        if (own.Length == 0)
            return;
        CashGreeks sum = own.Select(row => row.Greeks.Cash).Aggregate(CashGreeks.Add);
        MoneyFormat money = MoneyFormat.For([sum.Delta, sum.Gamma, sum.Vega, sum.Theta]);
        using (page.In("p", ("class", "strip")))
        {
            Item(page, "Delta cash", () => page.Money(sum.Delta, money, WhyAbsent.Figure));
            Item(page, "gamma cash", () => page.Money(sum.Gamma, money, WhyAbsent.Figure));
            Item(page, "vega", () => page.Money(sum.Vega, money, WhyAbsent.Figure));
            Item(page, "theta", () => page.Money(sum.Theta, money, WhyAbsent.Figure));
        }
    }

    private static void Item(MarkupWriter page, string label, Action figure)
    {
        using (page.In("span"))
        {
            page.Text(label + "\u00A0");
            using (page.In("b"))
                figure();
        }
        page.Text(" ");
    }
}
