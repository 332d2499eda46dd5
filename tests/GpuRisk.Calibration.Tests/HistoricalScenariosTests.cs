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
        (ShockMatrix shocks, IReadOnlyList<string> notes) = HistoricalScenarios.Build(history, Settings, Over(1));
        Assert.Equal(3, shocks.Scenarios);
        Assert.Equal([1.0, 2, 3, 10, 20, 30], shocks.Values.ToArray());
        Assert.Equal(["2024-01-02", "2024-01-03", "2024-01-04"], shocks.Labels);
        Assert.Equal("historical", shocks.Source);
        Assert.Contains("historical scenarios: 3 one-day changes ending 2024-01-02 to 2024-01-04", notes);
    }

    [Fact]
    public void A_change_over_several_days_is_the_change_of_the_level_and_windows_overlap()
    {
        FactorHistory history = Daily(["spot:BTC"], [100], [120], [90], [150]);
        ShockMatrix shocks = HistoricalScenarios.Build(history, Settings, Over(2)).Shocks;
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
        ShockMatrix shocks = HistoricalScenarios.Build(history, Settings with { Missing = MissingRule.Drop }, Over(2)).Shocks;
        Assert.Equal([3.0, 9.0], shocks.Values.ToArray());
        Assert.Equal(["2024-01-03", "2024-01-08"], shocks.Labels);
    }

    [Fact]
    public void Lookback_counts_one_day_returns()
    {
        ShockMatrix shocks = HistoricalScenarios.Build(OfChanges(1, 2, 3, 4, 5), Settings with { Lookback = 3 }, Over(2)).Shocks;
        Assert.Equal([7.0, 9.0], shocks.Values.ToArray());
    }

    [Theory]
    [InlineData(3, 1)]
    [InlineData(4, 0)]
    [InlineData(int.MaxValue, 0)]
    public void Fewer_than_two_scenarios_are_refused(int horizon, int scenarios) => Assert.Equal(
        $"history.csv:1:1: {scenarios} historical scenarios of {horizon} consecutive days from 3 usable one-day returns; expected at least 2",
        Assert.Single(Problems(() => HistoricalScenarios.Build(OfChanges(1, 2, 3), Settings, Over(horizon)))));

    [Fact]
    public void A_change_that_overflows_is_refused()
    {
        FactorHistory history = Daily(["rate:A"], [-1e308], [0], [1e308], [1.5e308]);
        string problem = Assert.Single(Problems(() => HistoricalScenarios.Build(history, Settings, Over(2))));
        Assert.StartsWith("history.csv:1:1: 2024-01-03: the 2-day change of rate:A is not finite", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Disjoint_changes_are_counted_back_from_the_newest_day()
    {
        (ShockMatrix shocks, IReadOnlyList<string> notes) = HistoricalScenarios.Build(
            OfChanges(1, 2, 4, 8, 16, 32, 64), Settings, Over(3) with { Overlapping = false });
        Assert.Equal([14.0, 112.0], shocks.Values.ToArray());
        Assert.Equal(["2024-01-05", "2024-01-08"], shocks.Labels);
        Assert.Equal("historical scenarios: 2 disjoint 3-day changes ending 2024-01-05 to 2024-01-08", notes[^1]);
    }

    [Fact]
    public void Behind_a_gap_disjoint_changes_begin_again_and_share_no_day()
    {
        FactorHistory history = On(
            [0, 1, 2, 3, 6, 7, 8, 9, 10, 11], ["rate:A"], [0], [1], [3], [7], [100], [108], [124], [156], [220], [348]);
        ShockMatrix shocks = HistoricalScenarios.Build(
            history, Settings with { Missing = MissingRule.Drop }, Over(2) with { Overlapping = false }).Shocks;
        // Five returns behind the gap hold two changes, the oldest of them is in none; three before it hold one.
        Assert.Equal([6.0, 48.0, 192.0], shocks.Values.ToArray());
    }

    [Fact]
    public void Overlapping_changes_are_said_to_be_dependent_with_the_number_that_is_not()
    {
        IReadOnlyList<string> notes = HistoricalScenarios.Build(OfChanges(1, 2, 3, 4, 5, 6, 7), Settings, Over(3)).Notes;
        Assert.Equal(
            [
                "historical scenarios: 5 overlapping 3-day changes ending 2024-01-04 to 2024-01-08",
                "overlapping changes depend on one another: 5 of 3 days hold about 2 independent ones, and the printed errors, which take all for independent, are too small",
            ],
            notes.TakeLast(2));
    }

    [Fact]
    public void Scaling_multiplies_each_day_by_the_root_of_the_horizon()
    {
        (ShockMatrix shocks, IReadOnlyList<string> notes) = HistoricalScenarios.Build(
            OfChanges(1, -2, 3), Settings, Over(4) with { Horizon = HorizonRule.Scale });
        Assert.Equal([2.0, -4.0, 6.0], shocks.Values.ToArray());
        Assert.Equal("historical scenarios: 3 one-day changes times the square root of 4 days, ending 2024-01-02 to 2024-01-04", notes[^1]);
    }

    [Fact]
    public void Over_one_day_every_rule_gives_the_same()
    {
        SimulationSettings[] rules = [Over(1), Over(1) with { Horizon = HorizonRule.Scale }, Over(1) with { Horizon = HorizonRule.Path, Overlapping = false }];
        Assert.All(rules, rule => Assert.Equal([1.0, 2.0, 4.0], HistoricalScenarios.Build(OfChanges(1, 2, 4), Settings, rule).Shocks.Values.ToArray()));
    }

    private static SimulationSettings Over(int days) => new() { HorizonDays = days };
}
