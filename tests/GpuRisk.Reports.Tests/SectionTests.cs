using GpuRisk.Domain.Measures;

namespace GpuRisk.Reports.Tests;

public sealed class SectionTests
{
    [Fact]
    public void An_incomplete_run_opens_with_a_banner_that_lists_every_failure()
    {
        RunResult run = SampleRun.Of(SampleRun.Account("A", 1)) with
        {
            Failures = [.. Enumerable.Range(0, 30).Select(i => new PricingFailure($"BTC-{i}", $"no volatility {i}"))],
        };
        string text = new Page(run).BodyText;
        Assert.True(text.IndexOf("This run is incomplete", StringComparison.Ordinal) < text.IndexOf("Total margin", StringComparison.Ordinal));
        Assert.Contains("30 instruments of 1,243 could not be priced", text, StringComparison.Ordinal);
        Assert.All(run.Failures, failure => Assert.Contains($"{failure.Instrument}: {failure.Reason}", text, StringComparison.Ordinal));
    }

    [Fact]
    public void A_complete_run_has_no_banner()
    {
        string text = new Page(SampleRun.Of(SampleRun.Account("A", 1))).BodyText;
        Assert.DoesNotContain("incomplete", text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("all priced", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ScenarioOrigin.Drawn, true, true)]
    [InlineData(ScenarioOrigin.Historical, false, true)]
    [InlineData(ScenarioOrigin.Given, false, false)]
    public void Seed_and_horizon_are_told_only_where_the_scenarios_have_them(ScenarioOrigin origin, bool seed, bool horizon)
    {
        Page page = new(SampleRun.WithDistribution("A", SampleRun.HeavyTailed(500, 10)) with { Origin = origin });
        string[] facts = [.. page.Document.Descendants().Where(e => e.Name.LocalName == "dt").Select(e => e.Value)];
        Assert.Equal((seed, horizon), (facts.Contains("Seed"), facts.Contains("Horizon")));
        Assert.Equal(horizon, page.BodyText.Contains("Losses over ", StringComparison.Ordinal));
        Assert.Equal(horizon, page.BodyText.Contains("over the horizon of ", StringComparison.Ordinal));
    }

    [Fact]
    public void Fifty_thousand_failures_do_not_flood_the_page()
    {
        RunResult run = SampleRun.Of() with { Failures = [.. Enumerable.Range(0, 50_000).Select(i => new PricingFailure($"BTC-{i}", "no volatility"))] };
        Page page = new(run);
        Assert.InRange(page.Source.Length, 0, 200_000);
        Assert.Contains("This page lists the first 1,000 of 50,000.", page.BodyText, StringComparison.Ordinal);
    }

    [Fact]
    public void The_header_names_every_setting_that_the_figures_depend_on()
    {
        string header = new Page(SampleRun.Of()).Document.Descendants("header").Single().Value;
        Assert.All(
            ["Sample book", "2024-11-29 08:00 UTC", "USD", "gaussian-ewma", "10,000", "42", "2 days", "99 %", "cpu (AVX-512, 2 threads)", "double", SampleRun.Digest[..16] + "…"],
            expected => Assert.Contains(expected, header, StringComparison.Ordinal));
    }

    [Fact]
    public void Tiles_give_the_total_and_the_share_of_the_largest_account()
    {
        string text = new Page(SampleRun.Of(SampleRun.Account("small", 1e6), SampleRun.Account("big", 3e6))).BodyText;
        Assert.Contains("4,400,000", text, StringComparison.Ordinal);
        Assert.Contains("big, 75.0\u00A0% of the total", text, StringComparison.Ordinal);
        Assert.Contains("412\u00A0million", text, StringComparison.Ordinal);
        Assert.Contains("4.21\u00A0s", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_tile_counts_the_accounts_in_shortfall_and_what_they_are_short_of()
    {
        AccountRisk[] accounts = [.. Enumerable.Range(0, 5).Select(i => SampleRun.Account($"A{i}", 1_000) with { Collateral = i < 2 ? 850 : 1_100 })];
        Page page = new(SampleRun.Of(accounts));
        Assert.Equal(["Accounts in shortfall", "2", "by 500.0000 USD in all"], ShortfallTile(page));
        Assert.Contains("negative is a shortfall", page.ById("method").Value, StringComparison.Ordinal);
        Assert.Equal(["Accounts in shortfall", "0", "no margin exceeds its collateral"], ShortfallTile(new Page(SampleRun.Of(accounts[2..]))));
    }

    [Fact]
    public void Without_collateral_the_page_does_not_speak_of_it()
    {
        string text = new Page(SampleRun.Of(SampleRun.Account("A", 1))).BodyText;
        Assert.All(["ollateral", "hortfall", "xcess"], word => Assert.DoesNotContain(word, text, StringComparison.Ordinal));
    }

    private static IEnumerable<string> ShortfallTile(Page page) => page.Document.Descendants("div")
        .Single(tile => Page.HasClass(tile, "tile") && tile.Elements().First().Value == "Accounts in shortfall").Elements().Select(line => line.Value);

    [Fact]
    public void Concentration_draws_the_fifteen_largest_positive_margins()
    {
        AccountRisk[] accounts = [.. Enumerable.Range(1, 20).Select(i => SampleRun.Account($"A{i}", 1e6 * i)), SampleRun.Account("gain", -5e6)];
        Page page = new(SampleRun.Of(accounts));
        string[] names = [.. page.ById("concentration").Descendants().Where(element => Page.HasClass(element, "bar-name"))
            .Select(element => element.Elements().Single().Value)];
        Assert.Equal(Enumerable.Range(6, 15).Reverse().Select(i => $"A{i}"), names);
        double[] widths = [.. page.ById("concentration").Descendants().Where(element => Page.HasClass(element, "bar"))
            .Select(element => double.Parse(element.Attribute("width")!.Value, System.Globalization.CultureInfo.InvariantCulture))];
        Assert.Equal(0.5, widths[10] / widths[0], Tolerance.FourDecimals);
    }

    [Fact]
    public void Components_show_both_ends_and_sum_to_the_base_ES()
    {
        EsComponent[] components = [.. Enumerable.Range(-10, 31).Select(i => new EsComponent($"I{i}", i % 2 == 0 ? "BTC" : "ETH", i * 1_000))];
        RunResult run = SampleRun.WithDistribution("A", SampleRun.HeavyTailed(1_000, 1e6), components);
        run = run with { Accounts = [run.Accounts[0] with { BaseEs = components.Sum(component => component.Es) }] };
        string text = new Page(run).ById("distributions").Value;
        Assert.All(["I20", "I13", "I-10", "I-6"], shown => Assert.Contains(shown, text, StringComparison.Ordinal));
        Assert.All(["I12", "I-5"], left => Assert.DoesNotContain(left, text, StringComparison.Ordinal));
        Assert.Contains("18 other instruments", text, StringComparison.Ordinal);
        Assert.Contains("155,000100.0\u00A0%", text.Replace("\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Underlyings_sum_their_instruments_for_each_account_and_in_all()
    {
        RunResult run = SampleRun.WithDistribution("A", SampleRun.HeavyTailed(1_000, 1e6));
        AccountRisk a = run.Accounts[0] with { BaseEs = 600_000, Components = [new("c", "BTC", 400_000), new("p", "BTC", 300_000), new("e", "ETH", -100_000)] };
        AccountRisk b = a with { Account = "B", BaseEs = 50_000, Components = [new("e", "ETH", 50_000)] };
        Page page = new(run with { Accounts = [a, b], Distributions = [run.Distributions[0], new LossDistribution("B", run.Distributions[0].Losses)] });
        string[][] rows = [.. page.ById("distributions").Descendants("table").Last().Descendants("tr").Skip(2)
            .Select(row => row.Elements().Select(cell => cell.Value).ToArray())];
        Assert.Equal(["BTC", "700,000", "116.7\u00A0%", "0", "0.0\u00A0%", "700,000"], rows[0]);
        Assert.Equal(["ETH", "-100,000", "-16.7\u00A0%", "50,000", "100.0\u00A0%", "-50,000"], rows[1]);
        Assert.Equal(["All underlyings", "600,000", "100.0\u00A0%", "50,000", "100.0\u00A0%", "650,000"], rows[2]);
    }

    [Fact]
    public void Notes_and_method_and_manifest_say_how_the_figures_came_about()
    {
        RunResult run = SampleRun.Of(SampleRun.Account("A", 1)) with { Notes = ["EWMA, lambda 0.94."] };
        Page page = new(run, manifest: "{ \"b\": \"<&>\" }\r\n");
        Assert.Contains("EWMA, lambda 0.94.", page.ById("notes").Value, StringComparison.Ordinal);
        Assert.Contains("VaR (lower-quantile)", page.ById("method").Value, StringComparison.Ordinal);
        Assert.Contains("z = 1.64", page.ById("method").Value, StringComparison.Ordinal);
        Assert.Contains(SampleRun.Digest, page.ById("manifest").Value, StringComparison.Ordinal);
        Assert.Equal("{ \"b\": \"<&>\" }\n", page.ById("manifest").Descendants("pre").Single().Value);
    }
}
