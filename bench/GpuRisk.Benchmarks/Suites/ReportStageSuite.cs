using BenchmarkDotNet.Attributes;
using GpuRisk.Accelerators;
using GpuRisk.Accelerators.Cpu;
using GpuRisk.Calibration;
using GpuRisk.Domain.Measures;
using GpuRisk.Domain.Portfolios;
using GpuRisk.Margin;
using GpuRisk.Reports;

namespace GpuRisk.Benchmarks.Suites;

/// <summary>The report of a run, written to memory.</summary>
public class ReportStageSuite
{
    private const string Digest = "0000000000000000000000000000000000000000000000000000000000000000";

    private RunResult result = null!;

    [GlobalSetup]
    public void SetUp()
    {
        Book book = StageBook.Make();
        CalibratedModel calibration = ModelCalibration.Calibrate(book.History, book.Settings.Calibration, book.Settings.Simulation);
        using Accelerator accelerator = new CpuAccelerator();
        MarginResult margin = MarginRun.Execute(accelerator, book, calibration.Model, new MarginRunOptions(), null, default);
        result = new RunResult
        {
            Book = book.Name,
            AsOf = book.Market.AsOf,
            Currency = book.Currency,
            Accelerator = accelerator.Description,
            Precision = "double",
            Model = calibration.Model.Name,
            Scenarios = StageBook.Scenarios,
            Seed = book.Settings.Simulation.Seed,
            HorizonDays = book.Settings.Simulation.HorizonDays,
            Instruments = book.Instruments.Count,
            Positions = book.Positions.Count,
            MarginConfidence = book.Settings.Margin.Confidence,
            ModelRiskMultiple = book.Settings.Margin.ModelRiskMultiple,
            Accounts = margin.Accounts,
            Failures = margin.Failures,
            Notes = calibration.Report.Notes,
            Distributions = margin.Distributions,
            Seconds = new StageSeconds(),
            PricesPerSecond = margin.PricesPerSecond,
        };
    }

    [Benchmark, Elements(StageBook.Accounts, "accounts")]
    public int Report()
    {
        using var page = new StringWriter();
        HtmlReport.Write(page, result, Digest, "{}");
        return page.GetStringBuilder().Length;
    }
}
