using System.Globalization;
using GpuRisk.Calibration;
using GpuRisk.Domain.Market;
using GpuRisk.Domain.Measures;
using GpuRisk.Domain.Portfolios;
using GpuRisk.Domain.Scenarios;
using GpuRisk.Domain.Settings;
using GpuRisk.Margin.Estimation;

namespace GpuRisk.Oracle.Tests;

/// <summary>
/// VaR and ES of 2.5 % for every day of the S&amp;P 500, by historical simulation over the 250 days before.
/// Source: Bayer and Dimitriadis, "Regression-based expected shortfall backtesting" (2020), data of their package; the estimator is
/// type 7 with the mean of the returns at or below it. Returns in percent.
/// </summary>
public sealed class PublishedHistoricalRiskTests
{
    private const string File = "var-es-esback/risk_forecasts.csv";
    private const int Window = 250;

    [Fact]
    public void Every_day_s_figures_are_the_published_ones()
    {
        Day[] days = Read();
        var c = new Confidence(0.975m);
        double worstVar = 0, worstEs = 0;
        for (int t = Window; t < days.Length; t++)
        {
            double[] worst = [.. days[(t - Window)..t].Select(d => -d.Return).OrderDescending()];
            RiskMeasure m = new TailEstimator(VarEstimator.Type7, c, Window).Of(worst);
            worstVar = Math.Max(worstVar, Math.Abs(m.Var + days[t].Var));
            worstEs = Math.Max(worstEs, Math.Abs(m.Es + days[t].Es));
            Assert.Equal(-days[t].Var, m.Var, Tolerance.PublishedHistorical);
            Assert.Equal(-days[t].Es, m.Es, Tolerance.PublishedHistorical);
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"largest differences: VaR {worstVar:G2}, ES {worstEs:G2}");
        Assert.Equal(4_277, days.Length - Window);
    }

    /// <summary>A holding of 100 whose price returns r percent: the shock is ln(1 + r/100).</summary>
    [Fact]
    public void Days_run_through_the_whole_product_have_the_published_figures()
    {
        Day[] days = Read();
        MarginSettings margin = Runs.Levels(0.975) with { Estimator = VarEstimator.Type7 };
        Book book = Runs.Coins(["SPX"], margin, [100]);
        for (int t = Window; t < days.Length; t += 97)
        {
            double[] shocks = [.. days[(t - Window)..t].Select(d => Math.Log(1 + d.Return / 100))];
            AccountRisk risk = Runs.Run(book, new ShockMatrix([Runs.Coin("SPX")], Window, shocks, "days"))[0];
            Assert.Equal(-days[t].Var, risk.Measures[0].Var, Tolerance.PublishedHistorical);
            Assert.Equal(-days[t].Es, risk.BaseEs, Tolerance.PublishedHistorical);
            Assert.Equal(risk.BaseEs, risk.Components[0].Es, Tolerance.PublishedHistorical);
        }
    }

    /// <summary>The same holding, its scenarios calibrated from a history of levels with a lookback of the window.</summary>
    [Fact]
    public void A_history_of_levels_under_the_historical_model_has_the_published_figures()
    {
        Day[] days = Read();
        double[] levels = new double[days.Length + 1];
        levels[0] = 100;
        for (int t = 0; t < days.Length; t++)
            levels[t + 1] = levels[t] * (1 + (days[t].Return / 100));
        MarginSettings margin = Runs.Levels(0.975) with { Estimator = VarEstimator.Type7 };
        Book book = Runs.Coins(["SPX"], margin, [100]);
        CalibrationSettings calibration = new() { Lookback = Window };
        SimulationSettings historical = new() { Model = ScenarioSource.Historical };
        for (int t = Window; t < days.Length; t += 131)
        {
            DateOnly[] dates = [.. Enumerable.Range(0, t + 1).Select(day => new DateOnly(2000, 1, 1).AddDays(day))];
            FactorHistory history = new([Runs.Coin("SPX")], dates, levels[..(t + 1)]);
            GivenModel model = Assert.IsType<GivenModel>(ModelCalibration.Calibrate(history, calibration, historical).Model);
            AccountRisk risk = Runs.Run(book, model.Shocks)[0];
            Assert.Equal(-days[t].Var, risk.Measures[0].Var, Tolerance.PublishedHistorical);
            Assert.Equal(-days[t].Es, risk.BaseEs, Tolerance.PublishedHistorical);
        }
    }

    private static Day[] Read()
    {
        Assert.SkipWhen(Places.Missing(File) is not null, Places.Missing(File) ?? "");
        return [.. System.IO.File.ReadLines(Places.Shared(File)).Skip(1)
            .Select(line => line.Split(',').Select(x => double.Parse(x, CultureInfo.InvariantCulture)).ToArray())
            .Select(x => new Day(x[1], x[2], x[3]))];
    }

    /// <summary>Signed: a loss is negative.</summary>
    private readonly record struct Day(double Return, double Var, double Es);
}
