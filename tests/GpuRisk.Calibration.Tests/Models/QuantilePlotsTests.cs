using GpuRisk.Calibration.Models;
using GpuRisk.Domain.Scenarios;
using GpuRisk.Kernels;
using static GpuRisk.Calibration.Tests.SampleHistories;

namespace GpuRisk.Calibration.Tests.Models;

public sealed class QuantilePlotsTests
{
    [Fact]
    public void Normal_scores_lie_on_the_line_and_another_law_beside_it_is_the_worst()
    {
        double[] scores = [.. Enumerable.Range(0, 1000).Select(i => ScalarMath.NormalQuantile((i + 0.5) / 1000))];
        double[] wider = [.. scores.Select(z => 1.5 * z).Reverse()];
        QuantilePlot plot = QuantilePlots.Worst(Sample(scores, wider), _ => null)!;
        Assert.Equal(Factor("rate:R1"), plot.Factor);
        Assert.Equal(QuantilePlots.MostPoints, plot.Expected.Count);
        Assert.Equal((scores[0], scores[999]), (plot.Expected[0], plot.Expected[^1]));
        Assert.All(plot.Expected.Zip(plot.Observed), pair => Assert.Equal(1.5 * pair.First, pair.Second, Tolerance.Rounding));
        // The largest distance of N(x / 1.5) from N(x) lies at x = 1.5 sqrt(2 ln 1.5 / (1.5^2 - 1)) = 1.208, where it is 0.0967.
        Assert.Equal("normal (Kolmogorov distance 0.097 over 1000 returns)", plot.Law);
        // Half a rank is the least there can be.
        Assert.Equal("normal (Kolmogorov distance 0.001 over 1000 returns)", QuantilePlots.Worst(Sample(scores, new double[1000]), _ => null)!.Law);
    }

    [Fact]
    public void Student_t_quantiles_have_variance_1()
    {
        double[] scores = [.. Enumerable.Range(0, 100).Select(i => ScalarMath.NormalQuantile((i + 0.5) / 100))];
        QuantilePlot plot = QuantilePlots.Worst(Sample(scores), _ => 5)!;
        Assert.StartsWith("Student t, 5.00 degrees of freedom", plot.Law, StringComparison.Ordinal);
        // Published: 1.99116413 at 97.5 %, the level of rank 98 of 100.
        Assert.Equal(1.99116413, plot.Expected[97], Tolerance.EightDecimals);
    }

    [Fact]
    public void Too_few_returns_give_no_plot() => Assert.Null(QuantilePlots.Worst(Sample(new double[19]), _ => null));

    private static ReturnSample Sample(params double[][] columns) => new(
        [.. columns.Select((_, f) => Factor($"rate:R{f}"))], "history.csv", [.. Enumerable.Range(0, columns[0].Length).Select(Day)], columns, [], []);
}
