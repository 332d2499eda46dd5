using System.Xml.Linq;
using GpuRisk.Domain.Measures;

namespace GpuRisk.Reports.Tests;

public sealed class GreeksTests
{
    [Fact]
    public void The_table_nets_over_accounts_and_shows_what_they_hold_without_netting()
    {
        Page page = new(Run(Row("A", "BTC", 300), Row("A", "ETH", -50), Row("B", "BTC", -100)));
        string[][] rows = [.. page.ById("greeks").Descendants("tr").Skip(1).Select(row => row.Elements().Select(cell => cell.Value).ToArray())];
        Assert.Equal(["BTC", "2,000.00", "4,000.00", "1,000.00", "400.00", "-200.00"], rows[0]);
        Assert.Equal(["ETH", "-500.00", "500.00", "-250.00", "-100.00", "50.00"], rows[1]);
        Assert.Equal(["All underlyings", "1,500.00", "4,500.00", "750.00", "300.00", "-150.00"], rows[2]);
    }

    [Fact]
    public void A_card_gives_the_Greeks_of_its_account_over_all_underlyings()
    {
        RunResult run = SampleRun.WithDistribution("A", SampleRun.HeavyTailed(500, 10)) with
        {
            Greeks = new BookGreeks([], [Row("A", "BTC", 300), Row("A", "ETH", -50), Row("B", "BTC", 7_000)], []),
        };
        XElement card = new Page(run).Document.Descendants("article").Single();
        Assert.Contains("Delta cash\u00A02,500.00 gamma cash\u00A01,250.00 vega\u00A0500.00 theta\u00A0-250.00", card.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_without_Greeks_has_no_section_for_them()
    {
        Assert.Null(new Page(SampleRun.Of(SampleRun.Account("A", 1))).Find("greeks"));
        Assert.Null(new Page(Run()).Find("greeks"));
    }

    [Fact]
    public void Many_underlyings_do_not_flood_the_page()
    {
        Page page = new(Run([.. Enumerable.Range(1, 500).Select(i => Row("A", $"COIN{i}", i))]));
        Assert.Equal(42, page.ById("greeks").Descendants("tr").Count());
        Assert.Contains("The 40 largest of 500 underlyings.", page.ById("greeks").Value, StringComparison.Ordinal);
        Assert.Equal("COIN500", page.ById("greeks").Descendants("tbody").Single().Descendants("th").First().Value);
    }

    private static RunResult Run(params AccountGreeks[] rows) =>
        SampleRun.Of(SampleRun.Account("A", 1), SampleRun.Account("B", 2)) with { Greeks = new BookGreeks([], rows, []) };

    /// <summary>At a spot of 10: delta cash 10 size, gamma cash 5 size, vega 2 size, theta -size.</summary>
    private static AccountGreeks Row(string account, string underlying, double size) =>
        new(account, underlying, new Greeks(size, 5 * size, 2 * size, -size, 0, 0, 0, 0, Spot: 10));
}
