using GpuRisk.Domain.Measures;
using GpuRisk.Domain.Portfolios;
using GpuRisk.Margin;

namespace GpuRisk.Oracle.Tests;

/// <summary>The printed errors against what they claim: the spread of runs that differ in their seed alone.</summary>
public sealed class StandardErrorTests
{
    private const int Seeds = 200;
    private const int Scenarios = 10_000;

    /// <summary>Source: sqrt(n) x standard error of the standard normal.</summary>
    [Fact]
    public void A_linear_book_s_errors_are_the_spread_of_200_seeds()
    {
        Book book = Runs.Coins(["X"], Runs.Levels(0.975, 0.99), [1 / Runs.SmallMove]);
        RiskMeasure[][] runs = Repeat(book, new([Runs.SmallMove], [1]), ["X"]);
        AssertSpread(runs, 0, 1.9599639845);
        AssertSpread(runs, 1, 2.3263478740);
        AssertMean("ES 97.5 %", [.. runs.Select(r => r[0].Es)], 2.3378027922);
        AssertMean("ES 99 %", [.. runs.Select(r => r[1].Es)], 2.6652142203);
        AssertRatio("ES 97.5 % to its closed form", runs.Average(r => r[0].EsError) * Math.Sqrt(Scenarios), 3.19925);
        AssertRatio("ES 99 % to its closed form", runs.Average(r => r[1].EsError) * Math.Sqrt(Scenarios), 4.58836);
        AssertRatio("VaR 97.5 % to its closed form", runs.Average(r => MonteCarlo.VarError(r[0])) * Math.Sqrt(Scenarios), 2.67131);
        AssertRatio("VaR 99 % to its closed form", runs.Average(r => MonteCarlo.VarError(r[1])) * Math.Sqrt(Scenarios), 3.73324);
    }

    [Fact]
    public void A_short_gamma_book_s_errors_are_the_spread_of_200_seeds()
    {
        const double move = 1e-3;
        Book book = Runs.Coins(["UP", "DOWN"], Runs.Levels(0.975, 0.99), [-1 / (move * move), -1 / (move * move)]);
        RiskMeasure[][] runs = Repeat(book, new([move, move], [1, 0, -1, 0]), ["UP", "DOWN"]);
        // Chi-squared quantiles with one degree of freedom: squares of the normal's at 98.75 % and 99.5 %.
        AssertSpread(runs, 0, 2.241402727604945 * 2.241402727604945);
        AssertSpread(runs, 1, 2.575829303548901 * 2.575829303548901);
    }

    /// <summary>The multiple of the error that margin adds makes it an upper bound of the true shortfall, one-sided 95 %.</summary>
    [Fact]
    public void Margin_is_above_the_true_shortfall_in_95_of_100_runs()
    {
        Book book = Runs.Coins(["X"], Runs.Levels(0.99), [1 / Runs.SmallMove]);
        int above = Enumerable.Range(1, Seeds).Count(seed => Runs.Run(book, Runs.Model(["X"], [Runs.SmallMove], [1]), Scenarios, (ulong)seed)[0].Margin >= 2.6652142203);
        TestContext.Current.TestOutputHelper?.WriteLine($"{above} of {Seeds}");
        Assert.InRange(0.95 - (double)above / Seeds, -Tolerance.CoverageOf200, Tolerance.CoverageOf200);
    }

    private static RiskMeasure[][] Repeat(Book book, (double[] Volatilities, double[] Cholesky) model, string[] coins) =>
        [.. Enumerable.Range(1, Seeds).Select(
            seed => Runs.Run(book, Runs.Model(coins, model.Volatilities, model.Cholesky), Scenarios, (ulong)seed)[0].Measures.ToArray())];

    private static void AssertSpread(RiskMeasure[][] runs, int level, double var)
    {
        string c = runs[0][level].Confidence.ToString();
        AssertRatio($"ES {c}", runs.Average(r => r[level].EsError), Deviation([.. runs.Select(r => r[level].Es)]));
        AssertRatio($"VaR {c}", runs.Average(r => MonteCarlo.VarError(r[level])), Deviation([.. runs.Select(r => r[level].Var)]));
        double inside = (double)runs.Count(r => r[level].VarLow <= var && var <= r[level].VarHigh) / runs.Length;
        TestContext.Current.TestOutputHelper?.WriteLine($"VaR {c} interval holds the true value in {inside:P1}");
        Assert.InRange(0.95 - inside, -Tolerance.CoverageOf200, Tolerance.CoverageOf200);
    }

    private static void AssertRatio(string figure, double error, double spread)
    {
        TestContext.Current.TestOutputHelper?.WriteLine($"{figure}: error {error:G5}, spread {spread:G5}, ratio {error / spread:F3}");
        Assert.InRange(error / spread, 1 - Tolerance.SpreadOf200, 1 + Tolerance.SpreadOf200);
    }

    /// <summary>No seed is lucky: all together they come near the truth by the square root of their number.</summary>
    private static void AssertMean(string figure, double[] estimates, double exact) =>
        MonteCarlo.AssertWithinErrors($"mean {figure}", exact, estimates.Average(), Deviation(estimates) / Math.Sqrt(estimates.Length));

    private static double Deviation(double[] values)
    {
        double mean = values.Average();
        return Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / (values.Length - 1));
    }
}
