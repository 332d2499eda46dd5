using GpuRisk.Data.Books;
using GpuRisk.Domain.Input;
using GpuRisk.Domain.Market;
using GpuRisk.Domain.Portfolios;

namespace GpuRisk.Data.Tests;

/// <summary>Histories whose columns begin with empty cells, or that lack a column which a proxy stands in for.</summary>
public sealed class YoungHistoryTests
{
    private const string Header = "date,spot:BTC,vol:BTC\n";
    private const string Young = Header + "2026-01-07,1,\n2026-01-08,2,\n2026-01-09,3,0.5\n2026-01-10,4,0.6\n";
    private const string Proxy = "\"proxies\": [{ \"factor\": \"vol:BTC\", \"of\": \"spot:BTC\", \"beta\": -0.5, \"residual\": 0.03 }]";

    [Theory]
    [InlineData("\"lookback\": 0")]
    [InlineData("\"lookback\": 2")]
    public void A_column_that_begins_late_is_one_problem_at_its_first_cell_that_names_the_cures(string rule) =>
        Assert.Equal(
            "history.csv:2:14: the level of 'vol:BTC' is missing before 2026-01-09; a proxy of it, \"lookback\" of at most 1, or \"missing\": \"drop\" in book.json is expected",
            Assert.Single(Problems(rule, Young)));

    [Theory]
    [InlineData("\"lookback\": 1")]
    [InlineData(Proxy)]
    public void A_lookback_or_a_proxy_covers_the_days_before_its_first(string rule)
    {
        FactorHistory history = Read(rule, Young).History;
        Assert.True(history.IsMissing(1, 1));
        Assert.Equal(0.5, history.Level(2, 1));
    }

    [Theory]
    [InlineData("\"lookback\": 1")]
    [InlineData(Proxy)]
    public void Neither_covers_an_empty_cell_after_its_first_level(string rule) => Assert.StartsWith(
        "history.csv:4:14: the level of 'vol:BTC' is missing; a number is expected",
        Assert.Single(Problems(rule, Young.Replace(",0.5\n", ",\n", StringComparison.Ordinal).Replace("2026-01-07,1,\n", "2026-01-07,1,0.4\n", StringComparison.Ordinal).Replace("2026-01-08,2,\n", "2026-01-08,2,0.4\n", StringComparison.Ordinal))),
        StringComparison.Ordinal);

    [Fact]
    public void A_column_without_any_level_needs_a_proxy()
    {
        const string empty = Header + "2026-01-09,3,\n2026-01-10,4,\n";
        Assert.StartsWith("history.csv:2:14: there is no level of 'vol:BTC' on any day; levels, or a proxy", Assert.Single(Problems("\"lookback\": 1", empty)), StringComparison.Ordinal);
        Assert.Equal(2, Read(Proxy, empty).History.Dates.Count);
    }

    [Fact]
    public void A_proxy_stands_in_for_the_spot_factor_of_an_underlying_that_has_no_column()
    {
        const string other = "date,spot:ETH\n2026-01-09,3\n2026-01-10,4\n";
        Assert.Contains("no factor spot:BTC in history.csv", Assert.Single(Problems("\"lookback\": 0", other)), StringComparison.Ordinal);
        Book book = Read("\"proxies\": [{ \"factor\": \"spot:BTC\", \"of\": \"spot:ETH\", \"beta\": 0.8, \"residual\": 0.03 }]", other);
        Assert.Equal([new FactorId(FactorKind.Spot, "ETH")], book.History.Factors);
    }

    [Fact]
    public void A_given_correlation_has_the_factors_by_proxy_too()
    {
        const string rule = "\"proxies\": [{ \"factor\": \"vol:BTC\", \"of\": \"spot:BTC\", \"beta\": -0.5, \"residual\": 0.03 }]";
        const string history = "date,spot:BTC\n2026-01-09,3\n2026-01-10,4\n";
        Book book = Read(rule, history, "factor,spot:BTC,vol:BTC\nspot:BTC,1,-0.4\nvol:BTC,-0.4,1\n");
        Assert.Equal(2, book.Correlation!.Factors.Count);
        Assert.StartsWith(
            "correlation.csv:1:1: factor 'vol:BTC', which has a proxy in book.json, is missing",
            Assert.Single(Problems(rule, history, "factor,spot:BTC\nspot:BTC,1\n")), StringComparison.Ordinal);
    }

    private static IReadOnlyList<string> Problems(string rule, string history, string? correlation = null)
    {
        InvalidInputException thrown = Assert.Throws<InvalidInputException>(() => Read(rule, history, correlation));
        return [.. thrown.Problems.Select(problem => problem.ToString())];
    }

    private static Book Read(string rule, string history, string? correlation = null)
    {
        using TemporaryFolder folder = new();
        SmallBook.WriteSpoiltTo(folder.Path, "book.json", "\"missing\": \"reject\"", $"{rule}, \"missing\": \"reject\"");
        File.Delete(folder.At("correlation.csv"));
        if (correlation is not null)
            File.WriteAllText(folder.At("correlation.csv"), correlation);
        File.WriteAllText(folder.At("history.csv"), history);
        return BookReader.Read(folder.Path);
    }
}
