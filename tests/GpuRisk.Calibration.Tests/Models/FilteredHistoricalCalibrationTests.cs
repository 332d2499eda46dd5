using GpuRisk.Calibration.Volatility;
using GpuRisk.Domain.Market;
using GpuRisk.Domain.Scenarios;
using GpuRisk.Domain.Settings;
using static GpuRisk.Calibration.Tests.SampleHistories;

namespace GpuRisk.Calibration.Tests.Models;

public sealed class FilteredHistoricalCalibrationTests
{
    private static readonly CalibrationSettings Settings = new() { Lambda = 0.94 };

    private static readonly SimulationSettings Simulation = new() { Model = ScenarioSource.FilteredHistorical };

    // Computed independently from the definition, first variance = first return squared: last sigma 1.574330 %.
    [Fact]
    public void Filtered_returns_meet_the_printed_figures()
    {
        Returns returns = Returns.Of(OfChanges(1, -2, 3, -1, 0.5, -4, 2, 1.5), Settings);
        FactorVolatility volatility = Assert.Single(FactorVolatilities.Of(returns, Settings).Factors);
        ReturnSample sample = DevolatilisedReturns.Of(returns, [volatility], start: 0);
        Assert.Equal(1.574330, volatility.Today, Tolerance.SixDecimals);
        double[] expected = [1.57433, -3.14866, 4.347864, -1.225911, 0.620325, -5.093356, 2.033758, 1.495606];
        for (int day = 0; day < expected.Length; day++)
            Assert.Equal(expected[day], volatility.Today * sample.Columns[0][day], Tolerance.SixDecimals);
    }

    [Fact]
    public void Todays_volatility_times_an_innovation_is_the_return_at_todays_or_at_the_mid_volatility()
    {
        FactorHistory history = Rates(3, 100);
        Returns returns = Returns.Of(history, Settings);
        IReadOnlyList<FactorVolatility> volatilities = FactorVolatilities.Of(returns, Settings).Factors;
        BootstrapModel today = Calibrate(history, Settings, Simulation).Model;
        BootstrapModel mid = Calibrate(history, Settings, Simulation with { Revolatilisation = Revolatilisation.Mid }).Model;
        Assert.Equal("filtered-historical-ewma", today.Name);
        Assert.Equal(99 - 20, today.Dates.Count);
        for (int day = 0; day < today.Dates.Count; day++)
        {
            Assert.Equal(returns.EndDates[day + 20], today.Dates[day]);
            for (int f = 0; f < 3; f++)
            {
                double r = returns[day + 20, f], before = volatilities[f].Path[day + 20], now = volatilities[f].Today;
                Assert.Equal(r * now / before, today.Volatilities[f] * today.Innovations.Span[(day * 3) + f], Tolerance.Rounding);
                Assert.Equal(r * (now + before) / (2 * before), mid.Volatilities[f] * mid.Innovations.Span[(day * 3) + f], Tolerance.Rounding);
            }
        }
    }

    [Fact]
    public void By_itself_it_goes_by_path_and_its_volatility_goes_on()
    {
        (BootstrapModel model, CalibrationReport report) = Calibrate(Rates(2, 60), Settings, Simulation with { HorizonDays = 5 });
        Assert.Equal(5, model.Steps);
        Assert.Equal([0.0, 0], model.Dynamics!.Omega);
        Assert.Equal([1 - 0.94, 1 - 0.94], model.Dynamics.Alpha);
        Assert.Equal([0.94, 0.94], model.Dynamics.Beta);
        Assert.Contains(
            "volatility: EWMA, lambda 0.94, zero mean, 5-day horizon by path: a move a day, the volatility going on by its rule", report.Notes);
        Assert.Contains("devolatilised returns: the first 20 days left out, which only start the volatilities", report.Notes);

        BootstrapModel scaled = Calibrate(Rates(2, 60), Settings, Simulation with { HorizonDays = 5, Horizon = HorizonRule.Scale }).Model;
        Assert.Equal(1, scaled.Steps);
        Assert.Null(scaled.Dynamics);
        Assert.Equal(model.Volatilities[0] * Math.Sqrt(5), scaled.Volatilities[0]);
    }

    // A recursion fed with shocks of another size than sigma would drift: see the calibration.
    [Fact]
    public void By_path_a_mid_volatility_stays()
    {
        (BootstrapModel model, CalibrationReport report) = Calibrate(
            Rates(2, 60), Settings, Simulation with { HorizonDays = 5, Revolatilisation = Revolatilisation.Mid });
        Assert.Equal(5, model.Steps);
        Assert.Null(model.Dynamics);
        Assert.Contains("volatility: EWMA, lambda 0.94, zero mean, 5-day horizon by path: a move a day, the volatility staying", report.Notes);
    }

    [Fact]
    public void A_move_of_many_volatilities_is_warned_of_with_factor_and_date()
    {
        // A quiet peg, whose volatility falls to 0.94^(99 / 2) of its first return, breaks on day 100.
        FactorHistory history = Daily(["rate:A", "rate:PEG"], [.. Enumerable.Range(0, 130).Select(day => new[] { day % 3, day == 0 ? 0.0 : day < 100 ? 1 : 2 })]);
        CalibrationReport report = Calibrate(history, Settings, Simulation).Report;
        Assert.Equal(
            "rate:PEG moved by 21 times its volatility on 2024-04-10, which filtered changes repeat at today's volatility; expected a group of equal weights for a factor that stands still for long, or other levels",
            Assert.Single(report.Warnings, warning => warning.Contains("times its volatility", StringComparison.Ordinal)));
        CalibrationSettings equal = Settings with { Groups = [new FactorGroup { Name = "pegs", Factors = ["rate:PEG"], Volatility = VolatilityEstimator.Equal }] };
        Assert.DoesNotContain(Calibrate(history, equal, Simulation).Report.Warnings, warning => warning.Contains("times its volatility", StringComparison.Ordinal));
    }

    [Fact]
    public void Equal_weights_need_no_start_and_their_volatility_stays()
    {
        CalibrationSettings equal = Settings with { Volatility = VolatilityEstimator.Equal };
        BootstrapModel model = Calibrate(Rates(2, 10), equal, Simulation with { HorizonDays = 5 }).Model;
        Assert.Equal("filtered-historical-equal", model.Name);
        Assert.Equal(9, model.Dates.Count);
        Assert.Null(model.Dynamics);
        Assert.Equal(5, model.Steps);
    }

    [Fact]
    public void Lookback_takes_the_newest_days_of_volatilities_that_began_before()
    {
        FactorHistory history = Rates(2, 200);
        BootstrapModel model = Calibrate(history, Settings with { Lookback = 50 }, Simulation).Model;
        Assert.Equal(50, model.Dates.Count);
        Assert.Equal(history.Dates[^1], model.Dates[^1]);
    }

    [Fact]
    public void A_factor_that_never_moves_has_innovations_of_0()
    {
        FactorHistory history = Daily(["rate:A", "rate:B"], [.. Enumerable.Range(0, 30).Select(day => new[] { day % 3, 5.0 })]);
        (BootstrapModel model, _) = Calibrate(history, Settings, Simulation with { Revolatilisation = Revolatilisation.Mid });
        Assert.Equal(0, model.Volatilities[1]);
        Assert.All(Enumerable.Range(0, model.Dates.Count), day => Assert.Equal(0, model.Innovations.Span[(day * 2) + 1]));
    }

    [Fact]
    public void Given_correlations_and_stresses_play_no_part_and_the_report_says_so()
    {
        FactorHistory history = Rates(2, 60);
        CorrelationTable table = new(history.Factors, [1, 0, 0, 1], "correlation.csv");
        CalibrationSettings stressed = Settings with { Correlation = new CorrelationSettings { Stress = [new CorrelationStress(CorrelationTarget.One, 1, [])] } };
        CalibrationReport report = ModelCalibration.Calibrate(history, stressed, Simulation, table).Report;
        Assert.Contains("correlation: that of the changes themselves, so that correlation.csv plays no part", report.Notes);
        Assert.Contains("correlation stress: plays no part, for changes of the history have their own dependence", report.Notes);
        Assert.InRange(report.Correlation[1], 0.05, 0.95);
    }

    [Fact]
    public void Too_few_days_are_refused_with_the_cure() => Assert.Equal(
        "history.csv:1:1: 1 filtered returns from 21 usable one-day returns, of which a changing volatility takes 20 to start; expected at least 2, or equal weights",
        Assert.Single(Problems(() => Calibrate(Rates(2, 22), Settings, Simulation))));

    private static (BootstrapModel Model, CalibrationReport Report) Calibrate(
        FactorHistory history, CalibrationSettings settings, SimulationSettings simulation)
    {
        (ScenarioModel model, CalibrationReport report) = ModelCalibration.Calibrate(history, settings, simulation);
        return (Assert.IsType<BootstrapModel>(model), report);
    }
}
