using GpuRisk.Domain.Market;
using GpuRisk.Domain.Scenarios;
using GpuRisk.Domain.Settings;
using static GpuRisk.Calibration.Tests.SampleHistories;

namespace GpuRisk.Calibration.Tests;

public sealed class StressWindowsTests
{
    private static readonly CalibrationSettings Settings = new();

    [Fact]
    public void A_window_is_so_many_consecutive_returns_and_each_starts_one_later()
    {
        StressWindowSet set = StressWindows.Of(OfChanges(1, 2, 3, 4, 5), Settings, Windows(3));
        Assert.Equal([1.0, 2, 3, 4, 5], set.Changes.Values.ToArray());
        Assert.Equal(
            [new ScenarioWindow(Between(1, 3), 0, 3), new ScenarioWindow(Between(2, 4), 1, 3), new ScenarioWindow(Between(3, 5), 2, 3)], set.Windows);
    }

    [Fact]
    public void The_lookback_does_not_shorten_the_search() =>
        Assert.Equal(3, StressWindows.Of(OfChanges(1, 2, 3, 4, 5), Settings with { Lookback = 3 }, Windows(3)).Windows.Count);

    [Fact]
    public void A_change_over_several_days_belongs_to_a_window_that_has_all_its_days()
    {
        StressWindowSet set = StressWindows.Of(OfChanges(1, 2, 4, 8, 16), Settings, Windows(4) with { HorizonDays = 2, Overlapping = false });
        Assert.Equal([3.0, 6, 12, 24], set.Changes.Values.ToArray());
        Assert.Equal([new ScenarioWindow(Between(1, 4), 0, 3), new ScenarioWindow(Between(2, 5), 1, 3)], set.Windows);
    }

    [Fact]
    public void Days_without_a_return_do_not_count_and_no_change_reaches_across_them()
    {
        FactorHistory history = On([0, 1, 2, 3, 6, 7, 8, 9], ["rate:A"], [0], [1], [3], [7], [100], [108], [124], [156]);
        CalibrationSettings drop = Settings with { Missing = MissingRule.Drop };
        // Returns end on days 1, 2, 3, 7, 8, 9.
        Assert.Equal(Between(2, 8), StressWindows.Of(history, drop, Windows(4)).Windows[1].Days);
        StressWindowSet pairs = StressWindows.Of(history, drop, Windows(4) with { HorizonDays = 2 });
        Assert.Equal([3.0, 6, 24, 48], pairs.Changes.Values.ToArray());
        Assert.Equal([(0, 2), (1, 2), (2, 2)], pairs.Windows.Select(window => (window.First, window.Count)));
    }

    [Fact]
    public void A_history_shorter_than_the_window_is_refused_with_what_helps() => Assert.Equal(
        "history.csv:1:1: 3 usable one-day returns; expected at least 250 to search a window of stress among, or fewer days of the window, or a named window",
        Assert.Single(Problems(() => StressWindows.Of(OfChanges(1, 2, 3), Settings, new SimulationSettings()))));

    [Fact]
    public void A_window_that_no_change_fits_twice_is_refused() => Assert.Equal(
        "history.csv:1:1: no window of 2 one-day returns has 2 changes over 2 consecutive days; expected more days of the window, or a shorter horizon",
        Assert.Single(Problems(() => StressWindows.Of(OfChanges(1, 2, 3), Settings, Windows(2) with { HorizonDays = 2 }))));

    private static SimulationSettings Windows(int days) => new() { Stressed = new StressedSettings { Days = days } };

    private static HistoryWindow Between(int first, int last) => new(Day(first), Day(last));
}
