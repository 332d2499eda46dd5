using GpuRisk.Calibration.History;
using GpuRisk.Domain.Market;
using GpuRisk.Domain.Settings;
using static GpuRisk.Calibration.Tests.SampleHistories;

namespace GpuRisk.Calibration.Tests.History;

public sealed class ShiftedSeriesTests
{
    private const int Days = 400;

    [Fact]
    public void The_fewer_that_run_a_day_late_are_named_with_those_they_were_compared_with()
    {
        IReadOnlyList<string> warnings = Warnings((0, 1), (1, 1), (0, 1), (0, 1));
        Assert.StartsWith(
            "spot:F1 looks labelled one day late against spot:F0, spot:F2, spot:F3, 2024-01-02 to 2025-02-04: correlation up to 0.", Assert.Single(warnings), StringComparison.Ordinal);
        Assert.EndsWith("expected its dates one day earlier", warnings[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_day_early_is_told_from_a_day_late()
    {
        string warning = Assert.Single(Warnings((0, 1), (0, 1), (-1, 1)));
        Assert.StartsWith("spot:F2 looks labelled one day early against spot:F0, spot:F1", warning, StringComparison.Ordinal);
        Assert.EndsWith("expected its dates one day later", warning, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_two_the_later_column_is_named() =>
        Assert.StartsWith("spot:F1 looks labelled one day early against spot:F0", Assert.Single(Warnings((1, 1), (0, 1))), StringComparison.Ordinal);

    [Fact]
    public void Factors_of_the_same_day_and_factors_that_have_nothing_in_common_give_none()
    {
        Assert.Empty(Warnings((0, 1), (0, 1), (0, 1)));
        Assert.Empty(Warnings((0, 1), (1, 0)));
    }

    /// <summary>A part of the common move is seen on the same day, most of it on the next: markets of two time zones.</summary>
    [Fact]
    public void A_market_that_closes_earlier_is_not_shifted()
    {
        double[] common = Moves(0);
        double[] own = Moves(1), other = Moves(2);
        double[] early = [.. common.Select((move, day) => (0.35 * move) + (0.8 * (day > 0 ? common[day - 1] : 0)) + (0.5 * own[day]))];
        double[] late = [.. common.Select((move, day) => move + (0.5 * other[day]))];
        Assert.Empty(HistorySuspicions.Of(Prices(early, late), HistoryCalendar.Daily));
    }

    /// <param name="factors">Days that the factor is late by, and its part in the common move beside an own move of half its size.</param>
    private static IReadOnlyList<string> Warnings(params (int Late, double Part)[] factors)
    {
        double[] common = Moves(0);
        double[][] returns = [.. factors.Select((factor, f) => Moves(f + 1)
            .Select((own, day) => (factor.Part * common[Math.Clamp(day - factor.Late, 0, Days - 1)]) + (0.5 * own)).ToArray())];
        return HistorySuspicions.Of(Prices(returns), HistoryCalendar.Daily);
    }

    private static double[] Moves(int seed)
    {
        FixedGenerator random = new(1_000 + (seed * 7));
        return [.. Enumerable.Range(0, Days).Select(_ => random.NextDouble() - 0.5)];
    }

    private static FactorHistory Prices(params double[][] returns)
    {
        double[] level = [.. returns.Select(_ => 100.0)];
        double[][] rows = new double[Days + 1][];
        rows[0] = [.. level];
        for (int day = 0; day < Days; day++)
        {
            for (int f = 0; f < level.Length; f++)
                level[f] *= 1 + (0.02 * returns[f][day]);
            rows[day + 1] = [.. level];
        }
        return Daily([.. returns.Select((_, f) => $"spot:F{f}")], rows);
    }
}
