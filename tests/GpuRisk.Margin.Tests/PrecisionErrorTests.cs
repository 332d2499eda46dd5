using GpuRisk.Domain.Measures;

namespace GpuRisk.Margin.Tests;

public sealed class PrecisionErrorTests
{
    [Fact]
    public void The_accounts_that_are_furthest_off_are_named() =>
        Assert.Equal(
            new PrecisionError(3, "A", 0.03, 0.5, "B"), PrecisionError.Of([Account("A", 100, 60, 43), Account("B", 4, 1, 1), Account("C", 7, 7), Account("D", 0, 1e-9)]));

    [Fact]
    public void An_account_without_components_does_not_count()
    {
        Assert.Equal("B", PrecisionError.Of([Account("A", 100), Account("B", 4, 4)])!.Account);
        Assert.Null(PrecisionError.Of([Account("A", 100)]));
        Assert.Null(PrecisionError.Of([]));
    }

    [Fact]
    public void A_margin_of_nothing_has_no_relative_error() => Assert.Equal(double.NaN, PrecisionError.Of([Account("A", 0, 1e-9)])!.Relative);

    private static AccountRisk Account(string name, double es, params double[] components) => new()
    {
        Account = name,
        Measures = [],
        BaseEs = es,
        ModelRisk = 0,
        Tail = [],
        Components = [.. components.Select((c, i) => new EsComponent($"I{i}", "U", c))],
    };
}
