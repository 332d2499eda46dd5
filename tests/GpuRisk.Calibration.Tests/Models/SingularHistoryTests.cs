using GpuRisk.Domain.Market;
using GpuRisk.Domain.Scenarios;
using GpuRisk.Domain.Settings;
using static GpuRisk.Calibration.Tests.SampleHistories;

namespace GpuRisk.Calibration.Tests.Models;

/// <summary>Histories that have no positive definite correlation of their own, and very long ones.</summary>
public sealed class SingularHistoryTests
{
    private static readonly CalibrationSettings Shrunk = new() { Correlation = new CorrelationSettings { Estimator = CorrelationEstimator.LedoitWolf } };

    [Fact]
    public void Two_identical_factors_run_after_a_repair_that_is_said_or_are_refused()
    {
        FactorHistory history = Daily(["rate:A", "rate:B"], [.. Enumerable.Range(0, 60).Select(day => new[] { (day * day) % 7, (double)((day * day) % 7) })]);
        (ScenarioModel model, CalibrationReport report) = ModelCalibration.Calibrate(history, new CalibrationSettings(), new SimulationSettings());
        IReadOnlyList<double> lower = Assert.IsType<EllipticalModel>(model).Cholesky;
        Assert.Equal(1, lower[2], Tolerance.LiftedCorrelation);
        Assert.True(lower[3] > 0);
        Assert.Equal(0, report.Repair!.SmallestEigenvalueBefore, Tolerance.Rounding);
        Assert.Contains(report.Notes, note => note.StartsWith("correlation matrix repaired: smallest eigenvalue", StringComparison.Ordinal));
        Assert.StartsWith(
            "history.csv:1:1: the correlation matrix is not positive definite",
            Assert.Single(Problems(() => ModelCalibration.Calibrate(history, new CalibrationSettings { Repair = RepairRule.Reject }, new SimulationSettings()))),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ScenarioSource.Gaussian)]
    [InlineData(ScenarioSource.Historical)]
    [InlineData(ScenarioSource.FilteredHistorical)]
    public void A_constant_stablecoin_has_volatility_0_in_every_model(ScenarioSource source)
    {
        FactorHistory history = Daily(["spot:USDT", "rate:A"], [.. Enumerable.Range(0, 60).Select(day => new[] { 1.0, (day * day) % 7 })]);
        CalibrationReport report = ModelCalibration.Calibrate(history, new CalibrationSettings(), new SimulationSettings { Model = source }).Report;
        Assert.Equal(0, report.Factors[0].Volatility);
        Assert.Equal([1.0, 0, 0, 1], report.Correlation);
        Assert.True(report.Factors[1].Volatility > 0);
    }

    [Fact]
    public void Four_hundred_factors_on_250_days_are_refused_with_the_cure_and_run_when_shrunk()
    {
        FactorHistory history = Rates(400, 251);
        Assert.Equal(
            "history.csv:1:1: 250 usable one-day returns of 400 factors; expected at least 401 (factors + 1) to estimate a correlation, or the correlation estimator ledoit-wolf, or a given correlation",
            Assert.Single(Problems(() => ModelCalibration.Calibrate(history, new CalibrationSettings(), new SimulationSettings()))));
        CalibrationReport report = ModelCalibration.Calibrate(history, Shrunk, new SimulationSettings()).Report;
        Assert.Null(report.Repair);
        Assert.Matches(@"^sample, zero mean, equal weights, shrunk by 0\.\d{4} towards no correlation \(Ledoit and Wolf 2004\)$", report.CorrelationRule);
        Assert.Equal(400 * 400, report.Correlation.Count);
    }

    [Fact]
    public void Thirty_years_of_days_run_through_every_model()
    {
        FactorHistory history = Rates(5, 11_000);
        foreach (ScenarioSource source in new[] { ScenarioSource.Gaussian, ScenarioSource.StudentT, ScenarioSource.Historical, ScenarioSource.FilteredHistorical })
        {
            CalibrationReport report = ModelCalibration.Calibrate(history, new CalibrationSettings(), new SimulationSettings { Model = source, HorizonDays = 10 }).Report;
            Assert.InRange(report.Returns, 10_900, 10_999);
        }
    }
}
