using GpuRisk.Domain.Market;
using GpuRisk.Domain.Settings;
using static GpuRisk.Calibration.Tests.SampleHistories;

namespace GpuRisk.Calibration.Tests;

public sealed class HistoricalScenariosTests
{
    private static readonly CalibrationSettings Settings = new();

    [Fact]
    public void Each_day_is_a_scenario_factor_by_factor_and_labelled_with_its_date()
    {
        FactorHistory history = Daily(["rate:A", "rate:B"], [0, 0], [1, 10], [3, 30], [6, 60]);
        (ShockMatrix shocks, IReadOnlyList<string> notes) = HistoricalScenarios.Build(history, Settings, 1);
        Assert.Equal(3, shocks.Scenarios);
        Assert.Equal([1.0, 2, 3, 10, 20, 30], shocks.Values.ToArray());
        Assert.Equal(["2024-01-02", "2024-01-03", "2024-01-04"], shocks.Labels);
        Assert.Equal("historical", shocks.Source);
        Assert.Contains("historical scenarios: 3 overlapping 1-day changes ending 2024-01-02 to 2024-01-04", notes);
    }

    [Fact]
    public void A_change_over_several_days_is_the_change_of_the_level_and_windows_overlap()
    {
        FactorHistory history = Daily(["spot:BTC"], [100], [120], [90], [150]);
        ShockMatrix shocks = HistoricalScenarios.Build(history, Settings, 2).Shocks;
        // ln(90 / 100), ln(150 / 120)
        Assert.Equal(-0.1053605156578263, shocks.Values.Span[0], Tolerance.Rounding);
        Assert.Equal(0.2231435513142098, shocks.Values.Span[1], Tolerance.Rounding);
        Assert.Equal(["2024-01-03", "2024-01-04"], shocks.Labels);
    }

    [Fact]
    public void No_scenario_reaches_across_a_gap_or_a_missing_level()
    {
        FactorHistory history = On(
            [0, 1, 2, 5, 6, 7, 8, 9, 10], ["rate:A"], [0], [1], [3], [100], [104], [109], [Missing], [200], [207]);
        ShockMatrix shocks = HistoricalScenarios.Build(history, Settings with { Missing = MissingRule.Drop }, 2).Shocks;
        Assert.Equal([3.0, 9.0], shocks.Values.ToArray());
        Assert.Equal(["2024-01-03", "2024-01-08"], shocks.Labels);
    }

    [Fact]
    public void Lookback_counts_one_day_returns()
    {
        ShockMatrix shocks = HistoricalScenarios.Build(OfChanges(1, 2, 3, 4, 5), Settings with { Lookback = 3 }, 2).Shocks;
        Assert.Equal([7.0, 9.0], shocks.Values.ToArray());
    }

    [Theory]
    [InlineData(3, 1)]
    [InlineData(4, 0)]
    [InlineData(int.MaxValue, 0)]
    public void Fewer_than_two_scenarios_are_refused(int horizon, int scenarios) => Assert.Equal(
        $"history.csv:1:1: {scenarios} historical scenarios of {horizon} consecutive days from 3 usable one-day returns; expected at least 2",
        Assert.Single(Problems(() => HistoricalScenarios.Build(OfChanges(1, 2, 3), Settings, horizon))));

    [Fact]
    public void A_change_that_overflows_is_refused()
    {
        FactorHistory history = Daily(["rate:A"], [-1e308], [0], [1e308], [1.5e308]);
        string problem = Assert.Single(Problems(() => HistoricalScenarios.Build(history, Settings, 2)));
        Assert.StartsWith("history.csv:1:1: 2024-01-03: the 2-day change of rate:A is not finite", problem, StringComparison.Ordinal);
    }
}
