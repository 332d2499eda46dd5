using GpuRisk.Data.Results;
using GpuRisk.Domain.Measures;
using GpuRisk.Domain.Settings;

namespace GpuRisk.Data.Tests;

/// <summary>A result of two accounts, with a figure that does not exist.</summary>
public static class SmallResult
{
    public static AccountRisk Account(string name, double scale) => new()
    {
        Account = name,
        Measures =
        [
            new RiskMeasure(new Confidence(0.9750m), VarEstimator.LowerQuantile, 10 * scale, double.NaN, double.NaN, 12 * scale, 0.5),
            new RiskMeasure(new Confidence(0.99m), VarEstimator.LowerQuantile, 14 * scale, 13 * scale, 15 * scale, 16 * scale, 0.75),
        ],
        BaseEs = 16 * scale,
        ModelRisk = 1.23,
        Tail = [new TailLoss(17, 20 * scale), new TailLoss(3, 1.0 / 3 * scale)],
        Components = [new EsComponent("BTC-C", "BTC", 16 * scale)],
    };

    public static RunResult Create() => new()
    {
        Book = "desk",
        AsOf = new DateTimeOffset(2026, 1, 10, 0, 0, 0, TimeSpan.Zero),
        Currency = "USD",
        Accelerator = "cpu (AVX-512, 2 threads)",
        Precision = "double",
        Model = "gaussian-ewma",
        Scenarios = 1000,
        Seed = 7,
        HorizonDays = 1,
        Instruments = 5,
        Positions = 4,
        MarginConfidence = new Confidence(0.99m),
        ModelRiskMultiple = 1.64,
        Accounts = [Account("A,1", 1), Account("A2", 2)],
        Failures = [new PricingFailure("BTC-P", "no volatility")],
        Notes = ["correlation of the sample"],
        Distributions = [],
        Seconds = new StageSeconds { Load = 0.5, Total = 1.25 },
        PricesPerSecond = 1e9,
    };

    public static RunProvenance Provenance(string bookFolder) => new()
    {
        BookFolder = bookFolder,
        Settings = new BookSettings(),
        Options = new Dictionary<string, string> { ["seed"] = "7", ["accelerator"] = "cpu" },
        Inputs = FileFingerprint.OfBook(bookFolder),
    };
}
