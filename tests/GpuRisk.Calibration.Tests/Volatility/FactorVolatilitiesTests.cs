using GpuRisk.Calibration.Volatility;
using GpuRisk.Domain.Market;
using GpuRisk.Domain.Settings;
using static GpuRisk.Calibration.Tests.SampleHistories;

namespace GpuRisk.Calibration.Tests.Volatility;

public sealed class FactorVolatilitiesTests
{
    [Theory]
    [InlineData(VolatilityEstimator.Ewma, 0)]
    [InlineData(VolatilityEstimator.Ewma, 100)]
    [InlineData(VolatilityEstimator.Equal, 0)]
    [InlineData(VolatilityEstimator.Equal, 40)]
    public void Today_s_volatility_is_that_of_the_returns_within_the_lookback_to_the_last_bit(VolatilityEstimator rule, int lookback)
    {
        FactorHistory history = Rates(3, 201);
        CalibrationSettings settings = new() { Volatility = rule, Lookback = lookback };
        Returns window = Returns.Of(history, settings);
        VolatilityCalibration calibration = Of(history, settings);
        Assert.Empty(calibration.Notes);
        for (int factor = 0; factor < 3; factor++)
        {
            FactorVolatility volatility = calibration.Factors[factor];
            double[] column = window.OfFactor(factor);
            Assert.Equal(rule == VolatilityEstimator.Ewma ? Math.Sqrt(EwmaVariance.Of(column, 0.97)) : RootMeanSquare.Of(column), volatility.Today);
            Assert.Equal((window.Count, window.EndDates[0], window.EndDates[^1]), (volatility.Returns, volatility.First, volatility.Last));
            Assert.Equal(200, volatility.Path.Count);
            Assert.Null(volatility.Floor);
        }
    }

    [Fact]
    public void Each_rule_s_path_goes_on_to_today_by_its_own_recursion()
    {
        double[] changes = GarchPaths.Simulated(0.02, 0.08, 0.9, 600, 5);
        foreach (VolatilityEstimator rule in Enum.GetValues<VolatilityEstimator>())
        {
            FactorVolatility volatility = Of(OfChanges(changes), new CalibrationSettings { Volatility = rule }).Factors[0];
            double r = changes[^1], before = volatility.Path[^1];
            double next = volatility.Omega + (volatility.Alpha * r * r) + (volatility.Beta * before * before);
            Assert.Equal(1, volatility.Today * volatility.Today / next, Tolerance.WeightedSum);
            Assert.Equal(rule == VolatilityEstimator.Garch, volatility.Garch is not null);
        }
    }

    [Fact]
    public void The_words_of_a_rule_name_it()
    {
        FactorHistory history = OfChanges(GarchPaths.Simulated(0.02, 0.08, 0.9, 600, 5));
        Assert.Equal("EWMA 0.97", Of(history, new CalibrationSettings()).Factors[0].Rule);
        Assert.Equal("equal weights", Of(history, new CalibrationSettings { Volatility = VolatilityEstimator.Equal }).Factors[0].Rule);
        Assert.Equal("GARCH(1,1)", Of(history, new CalibrationSettings { Volatility = VolatilityEstimator.Garch }).Factors[0].Rule);
    }

    [Fact]
    public void A_factor_follows_the_first_group_that_holds_it_and_the_settings_in_what_that_leaves_open()
    {
        FactorHistory history = Rates(3, 61);
        FactorGroup first = new() { Name = "first", Factors = ["rate:R1"], Lambda = 0.9 };
        FactorGroup second = new() { Name = "second", Factors = ["rate:*"], Volatility = VolatilityEstimator.Equal, Lookback = 20 };
        VolatilityCalibration calibration = Of(history, new CalibrationSettings { Lookback = 30, Groups = [first, second] });
        Assert.Equal(["equal weights", "EWMA 0.9", "equal weights"], calibration.Factors.Select(f => f.Rule));
        Assert.Equal([20, 30, 20], calibration.Factors.Select(f => f.Returns));
        Assert.Equal(
            [
                "volatility of group second (2 factors): root mean square, equal weights, newest 20 returns",
                "volatility of group first (1 factor): EWMA, lambda 0.9, newest 30 returns",
            ],
            calibration.Notes);
    }

    [Fact]
    public void A_group_that_asks_for_more_returns_than_there_are_is_told_so()
    {
        FactorGroup group = new() { Name = "long", Factors = ["rate:R0"], Lookback = 500, VolatilityFloor = 0.1 };
        Assert.Equal(
            "volatility of group long (1 factor): EWMA, lambda 0.97, 500 returns asked for, the history has 90, floor 0.1 x root mean square of all",
            Assert.Single(Of(Rates(2, 91), new CalibrationSettings { Groups = [group] }).Notes));
    }

    [Fact]
    public void A_floor_rests_on_all_returns_whatever_the_lookback_and_says_where_it_binds()
    {
        // Wild first, quiet now: 50 returns of 1, then 50 of 0.1.
        double[] changes = [.. Enumerable.Range(0, 100).Select(t => t < 50 ? 1.0 : 0.1)];
        CalibrationSettings settings = new() { Volatility = VolatilityEstimator.Equal, Lookback = 50, VolatilityFloor = 0.5 };
        VolatilityCalibration calibration = Of(OfChanges(changes), settings);
        FactorVolatility volatility = calibration.Factors[0];
        Assert.Equal(0.5 * Math.Sqrt(50.5 / 100), volatility.Today, Tolerance.Rounding);
        Assert.Equal(volatility.Today, volatility.Floor);
        Assert.Equal(0.1, volatility.Path[^1], Tolerance.Rounding);
        Assert.Equal("equal weights, raised to the floor of 0.5 x the root mean square of all returns", volatility.Rule);
        Assert.Equal(
            "volatility floor: one-day volatility raised to the stated part of the root mean square of all returns: rate:USD from 0.1 to 0.3553",
            Assert.Single(calibration.Notes));
        FactorVolatility free = Of(OfChanges(changes), settings with { VolatilityFloor = 0.1 }).Factors[0];
        Assert.Equal("equal weights", free.Rule);
        Assert.Equal(0.1 * Math.Sqrt(50.5 / 100), free.Floor!.Value, Tolerance.Rounding);
    }

    [Fact]
    public void A_garch_fit_that_fails_falls_back_to_ewma_and_says_so_with_the_factor_s_name()
    {
        double[] changes = GarchPaths.Simulated(0.02, 0.08, 0.9, 99, 6);
        VolatilityCalibration calibration = Of(OfChanges(changes), new CalibrationSettings { Volatility = VolatilityEstimator.Garch, Lambda = 0.94 });
        FactorVolatility volatility = calibration.Factors[0];
        Assert.Equal(Math.Sqrt(EwmaVariance.Of(changes, 0.94)), volatility.Today, Tolerance.Rounding);
        Assert.Equal((0, 1 - 0.94, 0.94), (volatility.Omega, volatility.Alpha, volatility.Beta));
        Assert.Equal("EWMA 0.94 (GARCH(1,1) failed: 99 returns, at least 100 are needed)", volatility.Rule);
        Assert.Equal(
            "GARCH(1,1) of rate:USD failed: 99 returns, at least 100 are needed; EWMA, lambda 0.94, in its place", Assert.Single(calibration.Notes));
    }

    [Fact]
    public void A_floor_rests_on_days_on_which_another_factor_has_no_return_too()
    {
        // X was wild before Y began, which alone shortens the sample.
        double level = 0;
        FactorHistory history = Daily(["rate:X", "rate:Y"], [.. Enumerable.Range(0, 100).Select(day => new[] { level += day < 50 ? 1 : 0.1, day < 60 ? Missing : day % 3 })]);
        CalibrationSettings settings = new() { Missing = MissingRule.Drop, Volatility = VolatilityEstimator.Equal, VolatilityFloor = 0.5 };
        FactorVolatility volatility = Of(history, settings).Factors[0];
        Assert.Equal(39, volatility.Returns);
        Assert.Equal(0.5 * Math.Sqrt((49 + (50 * 0.01)) / 99), volatility.Today, Tolerance.Rounding);
    }

    [Fact]
    public void An_average_that_its_first_return_still_rules_is_noted_with_its_factors()
    {
        CalibrationSettings settings = new() { Lambda = 0.999999 };
        Assert.Equal(
            "EWMA, lambda 0.999999, of rate:R0, rate:R1: the first of 59 returns, which starts the average, has 100 % of the weight; more returns or a smaller lambda would have it fade",
            Assert.Single(Of(Rates(2, 60), settings).Notes));
        // 0.9^21 is 0.109, 0.9^22 is 0.098.
        settings = settings with { Lambda = 0.9 };
        Assert.Contains("the first of 22 returns, which starts the average, has 11 % of the weight", Assert.Single(Of(Rates(1, 23), settings).Notes), StringComparison.Ordinal);
        Assert.Empty(Of(Rates(1, 24), settings).Notes);
        Assert.Empty(Of(Rates(1, 24), settings with { Volatility = VolatilityEstimator.Equal }).Notes);
    }

    [Fact]
    public void Fits_that_fail_alike_are_noted_once_with_all_their_factors()
    {
        VolatilityCalibration calibration = Of(Rates(3, 98), new CalibrationSettings { Volatility = VolatilityEstimator.Garch });
        Assert.Equal(
            "GARCH(1,1) of rate:R0, rate:R1, rate:R2 failed: 97 returns, at least 100 are needed; EWMA, lambda 0.97, in its place", Assert.Single(calibration.Notes));
    }

    [Fact]
    public void A_factor_that_never_moved_has_no_volatility_under_any_rule()
    {
        FactorHistory constant = OfChanges(new double[150]);
        foreach (VolatilityEstimator rule in Enum.GetValues<VolatilityEstimator>())
        {
            FactorVolatility volatility = Of(constant, new CalibrationSettings { Volatility = rule, VolatilityFloor = 0.5 }).Factors[0];
            Assert.Equal((0, 0), (volatility.Today, volatility.Path.Max()));
        }
    }

    [Fact]
    public void A_volatility_that_overflows_is_refused_and_no_return_gives_no_volatility()
    {
        Assert.Equal(
            "history.csv:1:1: the volatility of rate:USD is not finite; expected levels whose squared changes are",
            Assert.Single(Problems(() => Of(OfChanges(1e200, -1e200), new CalibrationSettings()))));
        Assert.Equal("history.csv:1:1: no one-day return; expected at least one", Assert.Single(Problems(() => Of(OfChanges(), new CalibrationSettings()))));
    }

    private static VolatilityCalibration Of(FactorHistory history, CalibrationSettings settings) =>
        FactorVolatilities.Of(Returns.Of(history, settings with { Lookback = 0 }), settings);
}
