using GpuRisk.Data.Venues.Deribit;

namespace GpuRisk.Data.Tests.Deribit;

public sealed class MarkComparisonTests
{
    [Fact]
    public void Differences_are_ranked_and_the_worst_is_named()
    {
        InstrumentMark[] marks = [.. Enumerable.Range(1, 200).Select(i => new InstrumentMark($"i{i}", 0)), new("unpriced", 1), new("failed", 1)];
        Dictionary<string, double> values = Enumerable.Range(1, 200).ToDictionary(i => $"i{i}", i => i % 2 == 0 ? i : (double)-i);
        values["failed"] = double.NaN;
        MarkComparison comparison = MarkComparison.Of(marks, values);
        Assert.Equal((200, 2), (comparison.Count, comparison.Unpriced));
        Assert.Equal((100.5, 198d, 200d, "i200"), (comparison.Median, comparison.P99, comparison.Max, comparison.Worst));
    }

    [Fact]
    public void Nothing_compared_has_no_figures()
    {
        MarkComparison comparison = MarkComparison.Of([new("a", 1)], new Dictionary<string, double>());
        Assert.Equal((0, 1), (comparison.Count, comparison.Unpriced));
        Assert.True(double.IsNaN(comparison.Median) && double.IsNaN(comparison.P99) && double.IsNaN(comparison.Max));
        Assert.Null(comparison.Worst);
    }
}
