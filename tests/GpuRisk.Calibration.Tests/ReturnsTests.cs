using GpuRisk.Domain.Market;
using GpuRisk.Domain.Settings;
using static GpuRisk.Calibration.Tests.SampleHistories;

namespace GpuRisk.Calibration.Tests;

public sealed class ReturnsTests
{
    private static readonly CalibrationSettings Reject = new();
    private static readonly CalibrationSettings Drop = new() { Missing = MissingRule.Drop };

    [Fact]
    public void Spot_and_volatility_are_log_returns_basis_and_rate_are_differences()
    {
        FactorHistory history = Daily(
            ["spot:BTC", "vol:BTC", "basis:BTC", "rate:USD"], [100, 0.5, 0.10, 0.05], [110, 0.4, 0.12, 0.04]);
        Returns returns = Returns.Of(history, Reject);
        Assert.Equal(1, returns.Count);
        Assert.Equal([Day(1)], returns.EndDates);
        // ln 1.1, ln 0.8
        Assert.Equal(0.0953101798043248600, returns[0, 0], Tolerance.Rounding);
        Assert.Equal(-0.2231435513142097558, returns[0, 1], Tolerance.Rounding);
        Assert.Equal(0.12 - 0.10, returns[0, 2]);
        Assert.Equal(0.04 - 0.05, returns[0, 3]);
    }

    [Fact]
    public void Reject_names_every_missing_level_and_every_gap_at_once()
    {
        FactorHistory history = On(
            [0, 1, 2, 5], ["rate:USD", "rate:EUR", "rate:JPY"],
            [1, 1, 1], [1, Missing, Missing], [1, 1, 1], [Missing, 1, 1]);
        IReadOnlyList<string> problems = Problems(() => Returns.Of(history, Reject));
        Assert.Equal(3, problems.Count);
        Assert.StartsWith("history.csv:1:1: 2024-01-02: no level of rate:EUR, rate:JPY; expected", problems[0], StringComparison.Ordinal);
        Assert.StartsWith("history.csv:1:1: 2024-01-06: no level of rate:USD; expected", problems[1], StringComparison.Ordinal);
        Assert.StartsWith("history.csv:1:1: no day between 2024-01-03 and 2024-01-06; expected every calendar day", problems[2], StringComparison.Ordinal);
    }

    [Fact]
    public void Drop_leaves_out_both_returns_at_a_missing_level_for_all_factors_and_counts_them()
    {
        FactorHistory history = Daily(["rate:USD", "rate:EUR"], [1, 10], [2, 20], [3, Missing], [4, 40], [6, 60]);
        Returns returns = Returns.Of(history, Drop);
        Assert.Equal([Day(1), Day(4)], returns.EndDates);
        Assert.Equal([1.0, 2.0], returns.OfFactor(0));
        Assert.Equal([10.0, 20.0], returns.OfFactor(1));
        Assert.Contains("missing data: 2 of 4 one-day returns left out for all factors: 2 touch a missing level, 0 span a gap", returns.Notes);
    }

    [Fact]
    public void Drop_leaves_out_a_return_that_spans_a_gap_so_that_another_token_under_the_ticker_is_no_return()
    {
        FactorHistory history = On([0, 1, 19, 20], ["spot:LUNA"], [0.00006], [0.00005], [8.87], [9.00]);
        Returns returns = Returns.Of(history, Drop);
        Assert.Equal([Day(1), Day(20)], returns.EndDates);
        Assert.All(returns.OfFactor(0), r => Assert.InRange(r, -1, 1));
        Assert.False(returns.ContinuesAt(1));
        Assert.Contains("missing data: 1 of 3 one-day returns left out for all factors: 0 touch a missing level, 1 span a gap", returns.Notes);
    }

    [Theory]
    [InlineData(HistoryCalendar.Daily, 1, true)]
    [InlineData(HistoryCalendar.Daily, 2, false)]
    [InlineData(HistoryCalendar.Business, 1, true)]
    [InlineData(HistoryCalendar.Business, 3, true)]
    [InlineData(HistoryCalendar.Business, 4, true)]
    [InlineData(HistoryCalendar.Business, 5, false)]
    public void A_step_is_one_return_where_the_calendar_allows_it(HistoryCalendar calendar, int step, bool allowed)
    {
        FactorHistory history = On([4, 4 + step], ["rate:USD"], [1], [2]);
        Assert.Equal(allowed ? 1 : 0, Returns.Of(history, Drop with { Calendar = calendar }).Count);
        if (allowed)
            Assert.Equal(1, Returns.Of(history, Reject with { Calendar = calendar }).Count);
        else
            Assert.Single(Problems(() => Returns.Of(history, Reject with { Calendar = calendar })));
    }

    [Fact]
    public void Lookback_keeps_the_newest_returns_that_are_left()
    {
        FactorHistory history = Daily(["rate:USD"], [0], [1], [3], [6], [Missing], [20], [25]);
        Returns returns = Returns.Of(history, Drop with { Lookback = 2 });
        Assert.Equal([3.0, 5.0], returns.OfFactor(0));
        Assert.Equal([Day(3), Day(6)], returns.EndDates);
        Assert.Equal(4, Returns.Of(history, Drop).Count);
    }

    [Fact]
    public void A_lookback_longer_than_the_history_takes_all_of_it_and_says_so()
    {
        Returns returns = Returns.Of(OfChanges(1, 2, 3), Reject with { Lookback = 250 });
        Assert.Equal(3, returns.Count);
        Assert.Contains("lookback: 250 one-day returns asked for, the history has 3", returns.Notes);
    }

    [Fact]
    public void Levels_that_no_return_can_be_taken_of_are_all_named_under_either_rule()
    {
        FactorHistory history = Daily(
            ["spot:BTC", "rate:USD"], [0, 0], [-1, -1], [1, double.PositiveInfinity], [double.NegativeInfinity, 0]);
        foreach (CalibrationSettings settings in new[] { Reject, Drop })
        {
            IReadOnlyList<string> problems = Problems(() => Returns.Of(history, settings));
            Assert.Equal(4, problems.Count);
            Assert.Equal(
                "history.csv:1:1: 2024-01-01: the level 0 of spot:BTC cannot be used; expected a finite positive number", problems[0]);
            Assert.Equal(
                "history.csv:1:1: 2024-01-03: the level Infinity of rate:USD cannot be used; expected a finite number", problems[2]);
        }
    }

    [Fact]
    public void A_return_that_overflows_is_refused()
    {
        FactorHistory differences = Daily(["rate:USD"], [-1.7e308], [1.7e308]);
        Assert.Contains("is not finite", Assert.Single(Problems(() => Returns.Of(differences, Reject))), StringComparison.Ordinal);
        FactorHistory ratio = Daily(["spot:X"], [1e-308], [1e308], [1e-308]);
        Assert.Equal(2, Problems(() => Returns.Of(ratio, Reject)).Count);
    }

    [Fact]
    public void Days_out_of_order_or_twice_are_refused()
    {
        FactorHistory history = On([2, 1, 1], ["rate:USD"], [1], [2], [3]);
        Assert.Equal(
            [
                "history.csv:1:1: 2024-01-02 comes after 2024-01-03; expected each date once, in ascending order",
                "history.csv:1:1: 2024-01-02 comes after 2024-01-02; expected each date once, in ascending order",
            ],
            Problems(() => Returns.Of(history, Drop)));
    }

    [Fact]
    public void A_history_without_factors_is_refused_and_one_without_days_has_no_return()
    {
        Assert.Contains("no factor", Assert.Single(Problems(() => Returns.Of(new FactorHistory([], [Day(0)], []), Drop))), StringComparison.Ordinal);
        Assert.Equal(0, Returns.Of(new FactorHistory([Factor("spot:BTC")], [], []), Reject).Count);
    }
}
