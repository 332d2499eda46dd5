using GpuRisk.Domain.Measures;

namespace GpuRisk.Reports.Tests;

/// <summary>Made-up runs. Losses are the quantiles of Student's t with two degrees of freedom (closed form), out of order.</summary>
internal static class SampleRun
{
    public const string Digest = "9f2c4e1b7a8d0c5e6f1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d5e6f70";
    public const string Manifest = "{\n  \"version\": \"0.1.0\"\n}\n";

    public static Confidence C99 { get; } = new(0.99m);

    public static Confidence C975 { get; } = new(0.975m);

    public static RunResult Of(params AccountRisk[] accounts) => new()
    {
        Book = "Sample book",
        AsOf = new DateTimeOffset(2024, 11, 29, 10, 0, 0, TimeSpan.FromHours(2)),
        Currency = "USD",
        Accelerator = "cpu (AVX-512, 2 threads)",
        Precision = "double",
        Model = "gaussian-ewma",
        Scenarios = 10_000,
        Seed = 42,
        HorizonDays = 2,
        Instruments = 1_243,
        Positions = 18_211,
        MarginConfidence = C99,
        ModelRiskMultiple = 1.64,
        Accounts = accounts,
        Failures = [],
        Notes = [],
        Distributions = [],
        Seconds = new StageSeconds { Revaluation = 1.31, Aggregation = 2.44, Total = 4.21 },
        PricesPerSecond = 4.12e8,
    };

    /// <summary>An account whose figures are the given ES times fixed factors; margin = 1.1 ES.</summary>
    public static AccountRisk Account(string name, double es, params EsComponent[] components) => new()
    {
        Account = name,
        Measures = [Measure(C975, 0.8 * es), Measure(C99, es)],
        BaseEs = es,
        ModelRisk = 0.1 * es,
        Tail = [new TailLoss(17, 3 * es), new TailLoss(4, 2 * es)],
        Components = components,
    };

    public static RiskMeasure Measure(Confidence confidence, double es) =>
        new(confidence, VarEstimator.LowerQuantile, 0.7 * es, 0.65 * es, 0.75 * es, es, 0.061 * es);

    /// <summary>n losses with heavy tails on both sides, scaled.</summary>
    public static double[] HeavyTailed(int n, double scale)
    {
        double[] losses = new double[n];
        for (int i = 0; i < n; i++)
        {
            double u = (i * 7919L % n + 0.5) / n;
            losses[i] = scale * (2 * u - 1) / Math.Sqrt(2 * u * (1 - u));
        }
        return losses;
    }

    /// <summary>One account with its distribution, whose VaR and ES are those of the losses.</summary>
    public static RunResult WithDistribution(string name, double[] losses, params EsComponent[] components)
    {
        double[] worst = [.. losses.OrderDescending().Take(Math.Max(2, losses.Length / 100))];
        double var = worst[^1], es = worst.Average();
        AccountRisk account = Account(name, es, components) with
        {
            Measures = [new RiskMeasure(C99, VarEstimator.LowerQuantile, var, 0.95 * var, 1.05 * var, es, 0.05 * es)],
        };
        return Of(account) with { Distributions = [new LossDistribution(name, losses)] };
    }
}
