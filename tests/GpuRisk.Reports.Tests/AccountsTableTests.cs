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
