using GpuRisk.Accelerators.Cpu;
using GpuRisk.Domain.Instruments;
using GpuRisk.Domain.Market;
using GpuRisk.Domain.Measures;
using GpuRisk.Domain.Portfolios;
using GpuRisk.Simulation.Sensitivities;

namespace GpuRisk.Simulation.Tests.Sensitivities;

/// <summary>What holds of the Greeks whatever the market.</summary>
public sealed class GreeksLawTests
{
    private static readonly DateTimeOffset Expiry = BookBuilder.AsOf.AddDays(91.25);

    /// <summary>A call less a put is a forward contract: the discounted forward less the strike, or, inverse, a future of the same terms and a coin payment.</summary>
    [Theory]
    [InlineData(Settlement.Linear)]
    [InlineData(Settlement.Inverse)]
    public void A_call_less_a_put_has_the_Greeks_of_the_forward(Settlement settlement)
    {
        const double spot = 100, forward = 103, strike = 95, rate = 0.05, time = 0.25;
        double carry = Math.Log(forward / spot) / time, discount = settlement == Settlement.Linear ? Math.Exp(-rate * time) : spot / forward;
        BookBuilder market = new BookBuilder().Spot("BTC", spot).Forward("BTC", Expiry, forward).Rate("USD", rate);
        market.Instrument(new Option("call", "BTC", Expiry, strike, OptionRight.Call, settlement, 2), 0.7);
        market.Instrument(new Option("put", "BTC", Expiry, strike, OptionRight.Put, settlement, 2), 0.7);
        IReadOnlyList<InstrumentGreeks> greeks = Greeks(market.Build());
        (Greeks call, Greeks put) = (greeks[0].Greeks, greeks[1].Greeks);
        bool linear = settlement == Settlement.Linear;
        double value = 2 * discount * (forward - strike);
        Assert.Equal(value, greeks[0].Value - greeks[1].Value, Tolerance.Greeks * spot);
        Assert.Equal(2 * discount * forward / spot, call.Delta - put.Delta, Tolerance.Greeks);
        Assert.Equal(call.Gamma, put.Gamma, Tolerance.Greeks);
        Assert.Equal(call.Vega, put.Vega, Tolerance.Greeks);
        Assert.Equal(call.Vanna, put.Vanna, Tolerance.Greeks);
        Assert.Equal(call.Volga, put.Volga, Tolerance.Greeks);
        // Linear: d/dT of e^{-rT} (S e^{bT} - K). Inverse: of S - K e^{-bT}.
        double slope = linear ? 2 * discount * ((carry - rate) * forward + rate * strike) : 2 * carry * strike * discount;
        Assert.Equal(-slope / 365, call.Theta - put.Theta, Tolerance.Greeks * spot);
        Assert.Equal(linear ? -0.01 * time * value : 0, call.Rho - put.Rho, Tolerance.Greeks * spot);
        Assert.Equal(0.01 * time * 2 * discount * (linear ? forward : strike), call.CarryRho - put.CarryRho, Tolerance.Greeks * spot);
    }

    [Fact]
    public void Options_gain_from_volatility_and_curvature_and_calls_and_puts_lean_their_own_way()
    {
        Book book = MixedBook.OneAccountEach();
        IReadOnlyList<InstrumentGreeks> greeks = Greeks(book);
        for (int i = 0; i < greeks.Count; i++)
        {
            Greeks g = greeks[i].Greeks;
            if (book.Instruments[i] is Option option)
            {
                Assert.True(g is { Gamma: >= 0, Vega: >= 0 }, option.Name);
                Assert.True(option.Right == OptionRight.Call ? g.Delta >= 0 : g.Delta <= 0, option.Name);
                // Half a year at the money: nothing is lost in the tails.
                if (option.Name.Contains("-180-1-", StringComparison.Ordinal))
                    Assert.True(g is { Gamma: > 0, Vega: > 0, Theta: < 0 }, option.Name);
            }
            else
            {
                Assert.Equal((0, 0, 0, 0, 0), (g.Gamma, g.Vega, g.Rho, g.Vanna, g.Volga));
                Assert.True(g.Delta > 0, greeks[i].Instrument);
            }
        }
    }

    /// <summary>In the book's currency an inverse contract of N is worth N S/R - N S/F, of which S/F does not move with spot.</summary>
    [Fact]
    public void Contracts_without_options_have_the_delta_of_their_terms()
    {
        BookBuilder market = new BookBuilder().Spot("BTC", 100).Forward("BTC", Expiry, 104);
        market.Instrument(new Spot("spot", "BTC", 3));
        market.Instrument(new Future("linear", "BTC", Expiry, Settlement.Linear, 99, 5));
        market.Instrument(new Future("inverse", "BTC", Expiry, Settlement.Inverse, 80, 10));
        market.Instrument(new Perpetual("perpetual", "BTC", Settlement.Linear, 99, 5));
        market.Instrument(new Perpetual("inverse perpetual", "BTC", Settlement.Inverse, 80, 10));
        Greeks[] greeks = [.. Greeks(market.Build()).Select(g => g.Greeks)];
        Assert.Equal([3, 5 * 1.04, 0.125, 5, 0.125], greeks.Select(g => g.Delta), (a, b) => Math.Abs(a - b) < Tolerance.Greeks);
        Assert.Equal([300, 520, 12.5, 500, 12.5], greeks.Select(g => g.DeltaCash), (a, b) => Math.Abs(a - b) < 100 * Tolerance.Greeks);
        double carry = Math.Log(1.04) / 0.25;
        Assert.Equal([0, -5 * 104 * carry / 365, -10 / 1.04 * carry / 365, 0, 0], greeks.Select(g => g.Theta), (a, b) => Math.Abs(a - b) < Tolerance.Greeks);
        Assert.Equal([0, 5 * 104 * 0.0025, 10 / 1.04 * 0.0025, 0, 0], greeks.Select(g => g.CarryRho), (a, b) => Math.Abs(a - b) < Tolerance.Greeks);
    }

    /// <summary>Twice the prices of everything: twice the value, the same delta, half the gamma.</summary>
    [Fact]
    public void Greeks_scale_with_the_unit_of_account()
    {
        IReadOnlyList<InstrumentGreeks> one = Greeks(Scaled(1)), two = Greeks(Scaled(2));
        for (int i = 0; i < one.Count; i++)
        {
            (Greeks a, Greeks b) = (one[i].Greeks, two[i].Greeks);
            Assert.Equal((a.Delta, a.Gamma, 2 * a.Vega, 2 * a.Theta, 2 * a.Rho), (b.Delta, 2 * b.Gamma, b.Vega, b.Theta, b.Rho));
            Assert.Equal((2 * a.DeltaCash, 2 * a.GammaCash, a.Vanna, 2 * a.Volga), (b.DeltaCash, b.GammaCash, b.Vanna, b.Volga));
        }
    }

    [Fact]
    public void A_market_without_volatility_far_from_the_strike_leaves_the_forward_or_nothing()
    {
        BookBuilder market = new BookBuilder().Spot("BTC", 100).Forward("BTC", Expiry, 104);
        market.Instrument(new Option("in", "BTC", Expiry, 1e-3, OptionRight.Call, Settlement.Linear), 0.1);
        market.Instrument(new Option("out", "BTC", Expiry, 1e9, OptionRight.Call, Settlement.Linear), 0.1);
        Greeks[] greeks = [.. Greeks(market.Build()).Select(g => g.Greeks)];
        Assert.Equal((1.04, 0, 0), (Math.Round(greeks[0].Delta, 14), greeks[0].Gamma, greeks[0].Vega));
        Assert.Equal((0, 0, 0, 0), (greeks[1].Delta, greeks[1].Gamma, greeks[1].Vega, greeks[1].Theta));
    }

    private static Book Scaled(double unit)
    {
        BookBuilder market = new BookBuilder().Spot("BTC", 100 * unit).Forward("BTC", Expiry, 104 * unit).Rate("USD", 0.03);
        foreach (OptionRight right in Enum.GetValues<OptionRight>())
            market.Instrument(new Option($"{right}", "BTC", Expiry, 110 * unit, right, Settlement.Linear), 0.5);
        return market.Build();
    }

    private static IReadOnlyList<InstrumentGreeks> Greeks(Book book)
    {
        using var processor = new CpuAccelerator(1);
        return GreeksRun.OfInstruments(processor, book, CancellationToken.None).Instruments;
    }
}
