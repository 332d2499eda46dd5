using GpuRisk.Domain.Instruments;
using GpuRisk.Domain.Market;
using GpuRisk.Domain.Portfolios;

namespace GpuRisk.Simulation.Tests.Scenarios;

/// <summary>Scenarios from outside come out as they went in: a holding of a coin returns e^shock - 1.</summary>
public sealed class GivenScenariosTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(31)]
    [InlineData(32)]
    [InlineData(33)]
    [InlineData(500)]
    public void Every_scenario_is_run_once_in_its_place(int count)
    {
        Book book = new BookBuilder().Spot("BTC", 1).Spot("ETH", 1)
            .Instrument(new Spot("b", "BTC")).Instrument(new Spot("e", "ETH"))
            .Account("B", (0, 1)).Account("E", (1, 1)).Account("none").Build();
        double[] shocks = [.. Enumerable.Range(0, 2 * count).Select(i => 0.001 * (i - count))];
        double[][] profits = Pipeline.Profits(book, new ShockMatrix([new(FactorKind.Spot, "BTC"), new(FactorKind.Spot, "ETH")], count, shocks, "ramp"));
        for (int s = 0; s < count; s++)
        {
            Assert.Equal(Math.Exp(shocks[s]) - 1, profits[0][s], Tolerance.Rounding);
            Assert.Equal(Math.Exp(shocks[count + s]) - 1, profits[1][s], Tolerance.Rounding);
        }
        Assert.Equal(new double[count], profits[2]);
    }

    [Fact]
    public void The_order_of_the_factors_does_not_matter()
    {
        Book book = MixedBook.OneAccountEach();
        const int count = 64;
        ShockMatrix shocks = MixedBook.RandomShocks(count);
        FactorId[] reversed = [.. shocks.Factors.Reverse()];
        double[] values = [.. reversed.SelectMany(f => shocks.Values.ToArray().Skip(count * Array.IndexOf(MixedBook.Factors, f)).Take(count))];
        Assert.Equal(Pipeline.Profits(book, shocks), Pipeline.Profits(book, new ShockMatrix(reversed, count, values, "reversed")));
    }
}
