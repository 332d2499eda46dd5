using GpuRisk.Calibration.Dependence;
using GpuRisk.Domain.Market;
using GpuRisk.Domain.Scenarios;
using GpuRisk.Domain.Settings;
using static GpuRisk.Calibration.Tests.SampleHistories;

namespace GpuRisk.Calibration.Tests.Models;

public sealed class CorrelationRuleTests
{
    private static readonly FactorHistory History = Rates(3, 200);

    private static readonly ReturnSample Plain = ReturnSample.Of(Returns.Of(History, new CalibrationSettings()));

    [Fact]
    public void Exponential_weights_say_how_many_returns_they_are_worth()
    {
        CalibrationReport report = Calibrate(new CorrelationSettings { Estimator = CorrelationEstimator.Ewma, Lambda = 0.9 });
        Assert.Equal(SampleCorrelation.ExponentialWeights(Plain.Columns, 0.9).Values.ToArray(), report.Correlation);
        // (1 + 0.9) / (1 - 0.9)
        Assert.Equal("EWMA, lambda 0.9, zero mean, worth 19 equally weighted returns", report.CorrelationRule);
        Assert.Equal(199, report.Returns);
    }

    [Fact]
    public void Its_own_lookback_takes_the_newest_days_whatever_that_of_the_volatilities()
    {
        CalibrationReport report = Calibrate(new CorrelationSettings { Lookback = 50 }, lookback: 30);
        Assert.Equal(SampleCorrelation.EqualWeights(Plain.Newest(50).Columns).Values.ToArray(), report.Correlation);
        Assert.Equal("sample, zero mean, equal weights, newest 50 days", report.CorrelationRule);
        Assert.Equal((50, History.Dates[^50], History.Dates[^1]), (report.Returns, report.First, report.Last));
        Assert.Equal(30, report.Factors[0].Returns);
    }

    [Fact]
    public void Devolatilised_returns_forget_when_volatility_was_high()
    {
        // Both factors move together while volatility is low, and apart once it has grown.
        double[][] rows = new double[401][];
        rows[0] = [0, 0];
        FixedGenerator random = new(3);
        double scale = 1;
        for (int day = 1; day <= 400; day++)
        {
            scale *= 1.02;
            double move = (random.NextDouble() - 0.5) * scale;
            rows[day] = [rows[day - 1][0] + move, rows[day - 1][1] + (day > 300 ? -move : move)];
        }
        FactorHistory history = Daily(["rate:A", "rate:B"], rows);
        CalibrationSettings raw = new(), devolatilised = new() { Correlation = new CorrelationSettings { Devolatilised = true } };
        Assert.True(ModelCalibration.Calibrate(history, raw, new SimulationSettings()).Report.Correlation[1] < -0.9);
        CalibrationReport report = ModelCalibration.Calibrate(history, devolatilised, new SimulationSettings()).Report;
        Assert.True(report.Correlation[1] > 0);
        Assert.Equal("sample, zero mean, equal weights, of devolatilised returns", report.CorrelationRule);
        Assert.Equal(380, report.Returns);
        Assert.Contains("devolatilised returns: the first 20 days left out, which only start the volatilities", report.Notes);
    }

    [Fact]
    public void Every_factor_has_a_row_with_its_rule_and_its_days()
    {
        FactorCalibration row = Calibrate(new CorrelationSettings()).Factors[1];
        Assert.Equal((Factor("rate:R1"), "EWMA 0.97", 199), (row.Factor, row.Rule, row.Returns));
        Assert.Equal((Day(1), Day(199)), (row.First, row.Last));
        Assert.True(row.Volatility > 0);
    }

    private static CalibrationReport Calibrate(CorrelationSettings correlation, int lookback = 0) => ModelCalibration.Calibrate(
        History, new CalibrationSettings { Correlation = correlation, Lookback = lookback }, new SimulationSettings()).Report;
}
