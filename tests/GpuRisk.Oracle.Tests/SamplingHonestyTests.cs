using GpuRisk.Accelerators;
using GpuRisk.Accelerators.Cpu;
using GpuRisk.Domain.Instruments;
using GpuRisk.Domain.Market;
using GpuRisk.Domain.Measures;
using GpuRisk.Domain.Portfolios;
using GpuRisk.Domain.Scenarios;
using GpuRisk.Domain.Settings;
using GpuRisk.Margin;

namespace GpuRisk.Oracle.Tests;

/// <summary>Every method of sampling over 100 seeds: its mean is the true figure, its printed errors are the spread, its intervals hold the truth.</summary>
public sealed class SamplingHonestyTests
{
    private const int Seeds = 100;
    private const int Scenarios = 8_000;
    private const double Move = 1e-3;

    public static TheoryData<string, SamplingMethod> Cases()
    {
        var cases = new TheoryData<string, SamplingMethod>();
        foreach (string book in new[] { "outright", "two coins", "short gamma", "long gamma", "short strangle" })
        {
            foreach (SamplingMethod method in Enum.GetValues<SamplingMethod>())
                cases.Add(book, method);
        }
        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Errors_are_the_spread_of_100_seeds_and_the_mean_is_the_truth(string name, SamplingMethod method)
    {
        (Book book, EllipticalModel model, double var, double es) = Case(name);
        using Accelerator accelerator = new CpuAccelerator(2);
        RiskMeasure[] runs = [.. Enumerable.Range(1, Seeds).Select(seed => Run(accelerator, book, model, method, (ulong)seed))];
        double mean = runs.Average(r => r.Es);
        double spread = Math.Sqrt(runs.Sum(r => (r.Es - mean) * (r.Es - mean)) / (Seeds - 1));
        double printed = runs.Average(r => r.EsError), inside = runs.Count(r => r.VarLow <= var && var <= r.VarHigh) / (double)Seeds;
        TestContext.Current.TestOutputHelper?.WriteLine($"{name}, {method}: printed {printed:G4}, spread {spread:G4}, ratio {printed / spread:F2}, {inside:P0} of intervals hold VaR");
        MonteCarlo.AssertWithinErrors($"mean ES of {name}, {method}", es, mean, spread / Math.Sqrt(Seeds));
        Assert.InRange(printed / spread, 1 - Tolerance.SpreadOf100, 1 + Tolerance.SpreadOf100);
        Assert.InRange(inside, Tolerance.LeastCoverageOf100, 1);
    }

    [Theory]
    [InlineData("outright", SamplingMethod.QuasiRandom, 2)]
    [InlineData("two coins", SamplingMethod.QuasiRandom, 2)]
    [InlineData("short strangle", SamplingMethod.QuasiRandom, 1.5)]
    [InlineData("outright", SamplingMethod.Importance, 5)]
    [InlineData("two coins", SamplingMethod.Importance, 5)]
    [InlineData("short gamma", SamplingMethod.Importance, 4)]
    [InlineData("short strangle", SamplingMethod.Importance, 4)]
    public void The_printed_error_is_smaller_than_plain_sampling_s(string name, SamplingMethod method, double times)
    {
        (Book book, EllipticalModel model, _, _) = Case(name);
        using Accelerator accelerator = new CpuAccelerator(2);
        double Error(SamplingMethod of) => Enumerable.Range(1, 10).Average(seed => Run(accelerator, book, model, of, (ulong)seed).EsError);
        Assert.InRange(Error(SamplingMethod.Plain) / Error(method), times, double.PositiveInfinity);
    }

    [Fact]
    public void A_book_that_cannot_lose_is_sampled_plainly_and_says_so()
    {
        Book book = Runs.Coins(["X"], Runs.Levels(0.99), [0]);
        EllipticalModel model = Runs.Model(["X"], [0.01], [1]);
        using Accelerator accelerator = new CpuAccelerator(2);
        MarginResult result = Execute(accelerator, book, model, SamplingMethod.Importance, 1);
        Assert.Equal("plain", result.Sampling);
        Assert.Contains("sampled plainly", Assert.Single(result.Notes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SamplingMethod.Plain, "plain")]
    [InlineData(SamplingMethod.Antithetic, "antithetic")]
    [InlineData(SamplingMethod.QuasiRandom, "quasi-random, 16 randomisations")]
    [InlineData(SamplingMethod.Importance, "importance")]
    public void Components_sum_to_the_shortfall_and_the_result_names_its_sampling(SamplingMethod method, string words)
    {
        (Book book, EllipticalModel model, _, _) = Case("two coins");
        using Accelerator accelerator = new CpuAccelerator(2);
        MarginResult result = Execute(accelerator, book, model, method, 1);
        Assert.Equal(words, result.Sampling);
        AccountRisk account = result.Accounts[0];
        Assert.Equal(1, account.Components.Sum(c => c.Es) / account.BaseEs, Tolerance.ComponentSum);
    }

    private static RiskMeasure Run(Accelerator accelerator, Book book, EllipticalModel model, SamplingMethod method, ulong seed) =>
        Execute(accelerator, book, model, method, seed).Accounts[0].Measures[^1];

    private static MarginResult Execute(Accelerator accelerator, Book book, EllipticalModel model, SamplingMethod method, ulong seed)
    {
        SimulationSettings simulation = book.Settings.Simulation with { Scenarios = Scenarios, Seed = seed, Sampling = new SamplingSettings { Method = method } };
        return MarginRun.Execute(
            accelerator, book.WithSettings(book.Settings with { Simulation = simulation }), model, Runs.Quick, null, TestContext.Current.CancellationToken);
    }

    /// <summary>A book of one account and its exact figures at 99 %.</summary>
    private static (Book Book, EllipticalModel Model, double Var, double Es) Case(string name)
    {
        double[] opposed = [1, 0, -1, 0];
        switch (name)
        {
            case "outright":
                return (Runs.Coins(["X"], Runs.Levels(0.99), [1 / Runs.SmallMove]), Runs.Model(["X"], [Runs.SmallMove], [1]), 2.3263478740, 2.6652142203);
            case "two coins":
                // Amounts 100 and 50, volatilities 0.2 and 0.3, correlation 0.5: a normal figure of the oracles' attribution.
                const double es = 81.05932597;
                Book two = Runs.Coins(["X", "Y"], Runs.Levels(0.99), [100 * 0.2 / Runs.SmallMove, 50 * 0.3 / Runs.SmallMove]);
                return (two, Runs.Model(["X", "Y"], [Runs.SmallMove, Runs.SmallMove], [1, 0, 0.5, Math.Sqrt(0.75)]), es * 2.3263478740 / 2.6652142203, es);
            case "short gamma":
                Book owed = Runs.Coins(["U", "D"], Runs.Levels(0.99), [-5_000 / (Move * Move), -5_000 / (Move * Move)]);
                double a = Math.Sqrt(33_174.483005 / 5_000);
                return (owed, Runs.Model(["U", "D"], [Move, Move], opposed), 33_174.483005, 5_000 * (1 + 2 * a * Density(a) / 0.01));
            case "long gamma":
                // P&L = 5,000 Z^2: the worst is no move at all. b is the normal's 50.5 % quantile, E[Z^2; |Z| < b] = 0.01 - 2 b n(b).
                const double b = 0.012533469508069276;
                Book held = Runs.Coins(["U", "D"], Runs.Levels(0.99), [5_000 / (Move * Move), 5_000 / (Move * Move)]);
                return (held, Runs.Model(["U", "D"], [Move, Move], opposed), -5_000 * b * b, -5_000 * (1 - 2 * b * Density(b) / 0.01));
            default:
                return Strangle();
        }
    }

    /// <summary>A put and a call owed, out of the money; the truth is the same product's over a million evenly spaced normals.</summary>
    private static (Book Book, EllipticalModel Model, double Var, double Es) Strangle()
    {
        const int points = 1_000_000;
        DateTimeOffset expiry = BookBuilder.AsOf.AddDays(20);
        Book book = new BookBuilder { Margin = Runs.Levels(0.99) }.Spot("X", 100).Forward("X", expiry, 100)
            .Instrument(new Option("P", "X", expiry, 90, OptionRight.Put, Settlement.Linear, 1), 0.8)
            .Instrument(new Option("C", "X", expiry, 112, OptionRight.Call, Settlement.Linear, 1), 0.8)
            .Account("A", (0, -40), (1, -50)).Build();
        EllipticalModel model = Runs.Model(["X"], [0.05], [1]);
        double[] shocks = [.. Enumerable.Range(0, points).Select(i => 0.05 * Kernels.ScalarMath.NormalQuantile((i + 0.5) / points))];
        RiskMeasure truth = Runs.Run(book, new ShockMatrix(model.Factors, points, shocks, "even"))[0].Measures[^1];
        return (book, model, truth.Var, truth.Es);
    }

    private static double Density(double x) => Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI);
}
