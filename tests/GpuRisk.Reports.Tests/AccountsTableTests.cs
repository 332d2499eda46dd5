using System.Xml.Linq;
using GpuRisk.Domain.Measures;

namespace GpuRisk.Reports.Tests;

public sealed class AccountsTableTests
{
    [Fact]
    public void A_row_holds_margin_and_what_it_is_made_of_and_every_measure_with_its_error()
    {
        Page page = new(SampleRun.Of(SampleRun.Account("A", 1_000_000)));
        Assert.Equal(
            ["A", "1,100,000", "1,000,000", "100,000",
            "560,000", "520,000 – 600,000", "800,000", "48,800",
            "700,000", "650,000 – 750,000", "1,000,000", "61,000"], page.AccountRows[0]);
        Assert.Contains("97.5 %, lower-quantile", page.BodyText, StringComparison.Ordinal);
        Assert.Contains("Amounts in USD", page.BodyText, StringComparison.Ordinal);
    }

    [Fact]
    public void Largest_margin_comes_first_and_equal_ones_stay_in_the_order_of_the_book()
    {
        AccountRisk none = SampleRun.Account("none", 9) with { ModelRisk = double.NaN };
        Page page = new(SampleRun.Of(
            none, SampleRun.Account("b", 5), SampleRun.Account("a", 5), SampleRun.Account("top", 7), SampleRun.Account("gain", -3)));
        Assert.Equal(["top", "b", "a", "gain", "none"], page.AccountRows.Select(row => row[0]));
    }

    [Fact]
    public void Every_head_that_sorts_names_the_column_it_stands_over()
    {
        Page page = new(SampleRun.Of(SampleRun.Account("A", 1)));
        string[] columns = [.. page.ById("accounts-table").Descendants("th").Attributes("data-column").Select(column => column.Value)];
        Assert.Equal(Enumerable.Range(0, 12).Select(i => $"{i}"), columns);
        Assert.Equal(12, page.AccountRows[0].Length);
    }

    [Fact]
    public void Collateral_and_excess_stand_after_the_margin_and_a_shortfall_is_told_by_sign_word_and_colour()
    {
        Page page = new(SampleRun.Of(
            SampleRun.Account("short", 1_000_000) with { Collateral = 900_000 },
            SampleRun.Account("covered", 100_000) with { Collateral = 110_000.25 },
            SampleRun.Account("just short", 10_000) with { Collateral = 10_999.9 }));
        Assert.Equal(["1,100,000", "1,000,000", "100,000", "900,000", "-200,000\u00A0short", "560,000"], page.AccountRows[0][1..7]);
        Assert.Equal(["110,000", "0"], page.AccountRows[1][4..6]);
        Assert.Equal("0\u00A0short", page.AccountRows[2][5]);
        XElement[] marked = [.. page.ById("accounts-table").Descendants("td").Where(cell => Page.HasClass(cell, "shortfall"))];
        Assert.Equal(["-200,000\u00A0short", "0\u00A0short"], marked.Select(cell => cell.Value));
        Assert.Contains("td.shortfall { color: var(--alarm);", page.Source, StringComparison.Ordinal);
    }

    [Fact]
    public void With_collateral_every_head_still_names_its_column_and_the_excess_has_no_sum()
    {
        XElement table = new Page(SampleRun.Of(
            SampleRun.Account("A", 100_000) with { Collateral = 200_000 }, SampleRun.Account("B", 100_000) with { Collateral = 1 })).ById("accounts-table");
        XElement[] heads = [.. table.Descendants("th").Where(head => head.Attribute("data-column") is not null)];
        Assert.Equal(Enumerable.Range(0, 14).Select(i => $"{i}"), heads.Select(head => head.Attribute("data-column")!.Value));
        Assert.Equal(["Collateral", "Excess"], heads[4..6].Select(head => head.Value));
        XElement[] foot = [.. table.Element("tfoot")!.Descendants("td")];
        Assert.Equal(["220,000", "200,000", "20,000", "200,001", "–"], foot[..5].Select(cell => cell.Value));
        Assert.Contains("does not cover", foot[4].Element("abbr")!.Attribute("title")!.Value, StringComparison.Ordinal);
        // Margin to excess, then a cell over the measures.
        Assert.Equal("8", foot[5].Attribute("colspan")!.Value);
    }

    [Fact]
    public void A_figure_that_does_not_exist_is_a_dash_with_its_reason()
    {
        RiskMeasure measure = new(SampleRun.C99, VarEstimator.UpperQuantile, 10, double.NaN, double.NaN, 12, double.NaN);
        AccountRisk account = SampleRun.Account("A", 12) with { Measures = [measure], ModelRisk = double.NaN };
        Page page = new(SampleRun.Of(account, SampleRun.Account("B", 1)));
        string[] row = page.AccountRows[1];
        Assert.Equal("A", row[0]);
        Assert.Equal(["–", "–", "–", "–", "–", "–", "–", "–"], [row[1], row[3], row[4], row[5], row[6], row[7], row[9], row[11]]);
        Assert.All(page.Document.Descendants("abbr"), dash => Assert.NotEmpty(dash.Attribute("title")!.Value));
        Assert.Contains("1 account without a margin", page.BodyText, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", page.BodyText, StringComparison.Ordinal);
    }

    [Fact]
    public void Five_thousand_accounts_show_the_largest_thousand_and_say_so()
    {
        AccountRisk[] accounts = [.. Enumerable.Range(0, 5_000).Select(i => SampleRun.Account($"ACC-{i:00000}", 1e6 + i * 7919 % 5_000 * 1e3))];
        Page page = new(SampleRun.Of(accounts));
        double[] expected = [.. accounts.OrderByDescending(account => account.Margin).Take(1_000).Select(account => account.BaseEs)];
        Assert.Equal(expected.Select(es => es.ToString("N0", System.Globalization.CultureInfo.InvariantCulture)), page.AccountRows.Select(row => row[2]));
        Assert.Contains("The 1,000 accounts with the largest margin, of 5,000 in all", page.BodyText, StringComparison.Ordinal);
        Assert.InRange(page.Source.Length, 100_000, 500_000);
    }

    [Fact]
    public void The_sum_is_over_all_accounts_and_not_over_the_rows_shown()
    {
        AccountRisk[] accounts = [.. Enumerable.Range(0, 1_500).Select(i => SampleRun.Account($"{i}", 1_000))];
        string foot = new Page(SampleRun.Of(accounts)).ById("accounts-table").Element("tfoot")!.Value;
        Assert.Contains("Sum of 1,500 accounts", foot, StringComparison.Ordinal);
        Assert.Contains("1,650,000", foot, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_without_accounts_is_still_a_page()
    {
        Page page = new(SampleRun.Of());
        Assert.Null(page.Find("accounts-table"));
        Assert.Contains("0 accounts", page.BodyText, StringComparison.Ordinal);
        Assert.Contains("No account has a positive margin.", page.BodyText, StringComparison.Ordinal);
    }
}
