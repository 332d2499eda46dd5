using GpuRisk.Calibration.Volatility;
using GpuRisk.Domain.Market;
using GpuRisk.Domain.Scenarios;
using GpuRisk.Domain.Settings;
using static GpuRisk.Calibration.Tests.SampleHistories;

namespace GpuRisk.Calibration.Tests.Models;

public sealed class StressedCalibrationTests
{
    private static readonly FactorHistory History = Rates(2, 120);

    private static readonly CalibrationSettings Settings = new();

    [Theory]
    [InlineData(ScenarioSource.Gaussian, "stressed-gaussian-ewma")]
    [InlineData(ScenarioSource.FilteredHistorical, "stressed-filtered-historical-ewma")]
    [InlineData(ScenarioSource.Historical, "stressed-historical")]
    public void The_model_is_that_of_a_history_of_the_window_alone(ScenarioSource source, string name)
    {
        // Returns that end on days 40 to 79 come of the levels of days 39 to 79.
        FactorHistory window = Daily(
            ["rate:R0", "rate:R1"], [.. Enumerable.Range(39, 41).Select(day => new[] { History.Level(day, 0), History.Level(day, 1) })]);
        ScenarioModel expected = ModelCalibration.Calibrate(window, Settings, new SimulationSettings { Model = source }).Model;
        // Lookbacks would cut the window; they do not reach into it.
        (ScenarioModel model, CalibrationReport report) = Stressed(Day(40), Day(79), source, Settings with { Lookback = 30, Correlation = new CorrelationSettings { Lookback = 10 } });
        Assert.Equal(name, model.Name);
        Assert.Equal(name, report.Model);
        Assert.Equal(40, report.Factors[0].Returns);
        Assert.Equal("window of stress: 2024-02-10 to 2024-03-20; the model is calibrated on its returns alone", report.Notes[0]);
        Assert.Equal("returns: 40 one-day returns, 2024-02-10 to 2024-03-20, daily calendar, missing rule reject", report.Notes[1]);
        Assert.Single(report.Notes, note => note.StartsWith("returns: ", StringComparison.Ordinal));
        Assert.Equal(Numbers(expected), Numbers(model));
    }

    [Fact]
    public void A_window_that_was_searched_takes_the_place_of_the_settings()
    {
        SimulationSettings simulation = new() { Model = ScenarioSource.Stressed };
        (ScenarioModel model, CalibrationReport report) = ModelCalibration.Calibrate(History, Settings, simulation, null, new HistoryWindow(Day(10), Day(29)));
        Assert.Equal(20, Assert.IsType<GivenModel>(model).Shocks.Scenarios);
        Assert.Equal("window of stress: 2024-01-11 to 2024-01-30, found by search; the model is calibrated on its returns alone", report.Notes[0]);
        Assert.Throws<ArgumentException>(() => ModelCalibration.Calibrate(History, Settings, simulation));
    }

    // Of X the window has the returns 1, 3, 4, of which the last ends on a day without one of Y.
    [Fact]
    public void What_is_left_out_and_what_a_floor_rests_on_are_of_the_window()
    {
        double[] x = [9, 9, Missing, 9, 1, 3, 4, 5, 9, Missing];
        double level = 0;
        FactorHistory history = Daily(["rate:X", "rate:Y"], [.. x.Select((change, day) => new[] { double.IsNaN(change) ? Missing : level += change, day == 6 ? Missing : day % 3 })]);
        CalibrationSettings settings = new() { Missing = MissingRule.Drop, VolatilityFloor = 1 };
        StressedSettings window = new() { From = Day(4), To = Day(6), Model = ScenarioSource.Historical };
        Returns returns = Returns.Of(history, settings).Within(Day(4), Day(6));
        Assert.Equal([Day(4), Day(5)], returns.EndDates);
        Assert.Equal([1.0, 3, 4], returns.Longest(0));
        Assert.Equal(Math.Sqrt(26.0 / 3), FactorVolatilities.Of(returns, settings).Factors[0].Floor!.Value, Tolerance.Rounding);
        CalibrationReport report = ModelCalibration.Calibrate(history, settings, new SimulationSettings { Model = ScenarioSource.Stressed, Stressed = window }).Report;
        Assert.Contains("returns: 2 one-day returns, 2024-01-05 to 2024-01-06, daily calendar, missing rule drop", report.Notes);
        Assert.Contains("missing data: 1 of 3 one-day returns left out for all factors: 1 touch a missing level, 0 span a gap", report.Notes);
    }

    [Fact]
    public void A_window_outside_the_history_the_wrong_way_round_or_too_short_is_refused()
    {
        Assert.Equal(
            "history.csv:1:1: the window of stress 2020-01-01 to 2020-02-01 is not within the days on which the history's returns end, 2024-01-02 to 2024-04-29; expected days within them",
            Problem(new DateOnly(2020, 1, 1), new DateOnly(2020, 2, 1), ScenarioSource.Historical));
        Assert.Equal(
            "history.csv:1:1: the window of stress 2024-02-01 to 2024-01-31 ends before it begins; expected the earlier day first",
            Problem(Day(31), Day(30), ScenarioSource.Historical));
        Assert.StartsWith("history.csv:1:1: 1 historical scenarios", Problem(Day(31), Day(31), ScenarioSource.Historical), StringComparison.Ordinal);
        Assert.StartsWith("history.csv:1:1: 2 usable one-day returns of 2 factors; expected at least 3", Problem(Day(31), Day(32), ScenarioSource.Gaussian), StringComparison.Ordinal);
    }

    private static string Problem(DateOnly from, DateOnly to, ScenarioSource source) => Assert.Single(Problems(() => Stressed(from, to, source, Settings)));

    private static CalibratedModel Stressed(DateOnly from, DateOnly to, ScenarioSource source, CalibrationSettings settings) => ModelCalibration.Calibrate(
        History, settings, new SimulationSettings { Model = ScenarioSource.Stressed, Stressed = new StressedSettings { From = from, To = to, Model = source } });

    private static double[] Numbers(ScenarioModel model) => model switch
    {
        EllipticalModel e => [.. e.Volatilities, .. e.Cholesky],
        BootstrapModel b => [.. b.Volatilities, .. b.Innovations.Span],
        GivenModel g => [.. g.Shocks.Values.Span],
        _ => throw new ArgumentException(model.Name, nameof(model)),
    };
}
