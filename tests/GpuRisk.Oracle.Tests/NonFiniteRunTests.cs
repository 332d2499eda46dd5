using GpuRisk.Domain.Instruments;
using GpuRisk.Domain.Market;
using GpuRisk.Domain.Measures;
using GpuRisk.Domain.Portfolios;
using GpuRisk.Margin;

namespace GpuRisk.Oracle.Tests;

/// <summary>A loss beyond every number is never averaged into a margin.</summary>
public sealed class NonFiniteRunTests
{
    private const int Count = 400;

    [Theory]
    [InlineData(7)]
    [InlineData(0)]
    [InlineData(399)]
    public void A_shock_that_overflows_names_the_account_and_the_scenario(int scenario)
    {
        NonFiniteLossException failure = Assert.Throws<NonFiniteLossException>(() => Runs.Run(Coins(("calm", 0, 1), ("owes it", 1, -1)), Shocks(scenario)));
        Assert.Contains("account owes it:", failure.Message, StringComparison.Ordinal);
        Assert.Contains($"scenario {scenario} ", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Accounts_that_do_not_hold_what_overflows_have_their_margins()
    {
        IReadOnlyList<AccountRisk> risks = Runs.Run(Coins(("calm", 0, 1), ("none", 0, 0)), Shocks(7));
        Assert.InRange(risks[0].Margin, 0.01, 0.1);
        Assert.Equal(0, risks[1].Margin);
    }

    private static Book Coins(params (string Account, int Coin, double Quantity)[] accounts)
    {
        BookBuilder book = new BookBuilder().Spot("X", 1).Spot("Y", 1).Instrument(new Spot("X", "X")).Instrument(new Spot("Y", "Y"));
        foreach ((string account, int coin, double quantity) in accounts)
            book.Account(account, (coin, quantity));
        return book.Build();
    }

    /// <summary>The second coin rises e^800-fold in one scenario.</summary>
    private static ShockMatrix Shocks(int scenario)
    {
        var random = new SplitMix(1);
        double[] values = [.. Enumerable.Range(0, 2 * Count).Select(_ => 0.01 * random.Normal())];
        values[Count + scenario] = 800;
        return new ShockMatrix([Runs.Coin("X"), Runs.Coin("Y")], Count, values, "shocks");
    }
}
