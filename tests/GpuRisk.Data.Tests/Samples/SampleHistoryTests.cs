using GpuRisk.Data.Samples;
using GpuRisk.Domain.Market;

namespace GpuRisk.Data.Tests.Samples;

public sealed class SampleHistoryTests
{
    private static readonly FactorHistory history = SampleBook.Make(SampleSize.Default with { Instruments = 300, Underlyings = 6 }).History;

    public static TheoryData<ulong> Seeds => [1, 2, 3, 4, 5, 6, 7, 8];

    [Fact]
    public void Days_are_consecutive_and_end_at_the_as_of_date()
    {
        Assert.Equal(new DateOnly(2026, 6, 30), history.Dates[^1]);
        for (int t = 1; t < history.Dates.Count; t++)
            Assert.Equal(history.Dates[t - 1].AddDays(1), history.Dates[t]);
    }

    [Fact]
    public void The_market_is_the_last_day_of_the_history()
    {
        var book = SampleBook.Make(SampleSize.Default);
        int last = book.History.Dates.Count - 1;
        Assert.Equal(98_000, book.Market.Spots["BTC"]);
        for (int f = 0; f < 3; f++)
            Assert.Equal(book.History.Level(last, f), book.Market.Spots[book.History.Factors[f].Name]);
    }

    [Fact]
    public void All_assets_crash_on_the_same_two_days_and_volatility_jumps()
    {
        int[] worst = [.. Enumerable.Range(0, 6).Select(f => Enumerable.Range(2, history.Dates.Count - 2).MinBy(t => TwoDays(t, f)))];
        Assert.Single(worst.Distinct());
        for (int f = 0; f < 6; f++)
        {
            Assert.InRange(TwoDays(worst[0], f), -0.5, -0.34);
            Assert.True(TwoDays(worst[0], 6 + f) > 0.5);
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Returns_are_correlated_heavy_tailed_and_clustered(ulong seed)
    {
        FactorHistory h = SampleBook.Make(SampleSize.Default with { Seed = seed }).History;
        double[][] returns = [.. Enumerable.Range(0, 3).Select(f => Returns(h, f))];
        for (int a = 0; a < 3; a++)
        {
            Assert.True(Kurtosis(returns[a]) > 4);
            double[] sizes = [.. returns[a].Select(Math.Abs)];
            Assert.True(Correlation(sizes[1..], sizes[..^1]) > 0.05);
            for (int b = 0; b < a; b++)
                Assert.InRange(Correlation(returns[a], returns[b]), 0.3, 0.95);
            Assert.True(Correlation(returns[a], Returns(h, 3 + a)) < -0.1);
        }
    }

    [Fact]
    public void A_history_of_decades_stays_within_sensible_levels()
    {
        FactorHistory h = SampleBook.Make(new SampleSize(1, 60, 10_000, 4, 3)).History;
        for (int f = 0; f < 4; f++)
        {
            double[] levels = [.. Enumerable.Range(0, 10_000).Select(t => h.Level(t, f))];
            Assert.True(levels.Min() > 0);
            Assert.True(levels.Max() / levels.Min() < 1_000);
        }
        for (int f = 4; f < 8; f++)
            Assert.All(Enumerable.Range(0, 10_000), t => Assert.InRange(h.Level(t, f), 0.15, 4));
        for (int f = 8; f < 10; f++)
            Assert.All(Enumerable.Range(0, 10_000), t => Assert.InRange(h.Level(t, f), -0.3, 0.3));
    }

    private static double TwoDays(int t, int f) => history.Level(t, f) / history.Level(t - 2, f) - 1;

    private static double[] Returns(FactorHistory h, int f) =>
        [.. Enumerable.Range(1, h.Dates.Count - 1).Select(t => Math.Log(h.Level(t, f) / h.Level(t - 1, f)))];

    private static double Kurtosis(double[] x)
    {
        double mean = x.Average();
        double variance = x.Average(v => (v - mean) * (v - mean));
        return x.Average(v => Math.Pow(v - mean, 4)) / (variance * variance);
    }

    private static double Correlation(double[] x, double[] y)
    {
        double mx = x.Average(), my = y.Average();
        double xy = x.Zip(y, (a, b) => (a - mx) * (b - my)).Sum();
        return xy / Math.Sqrt(x.Sum(a => (a - mx) * (a - mx)) * y.Sum(b => (b - my) * (b - my)));
    }
}
