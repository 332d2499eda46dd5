using GpuRisk.Accelerators.Cpu;
using GpuRisk.Domain.Instruments;
using GpuRisk.Domain.Measures;
using GpuRisk.Domain.Portfolios;
using GpuRisk.Simulation.Sensitivities;

namespace GpuRisk.Simulation.Tests.Sensitivities;

/// <summary>From Greeks of instruments to Greeks of accounts.</summary>
public sealed class AccountGreeksTests
{
    [Fact]
    public void An_account_has_a_row_an_underlying_with_the_sum_of_its_positions()
    {
        Book book = MixedBook.WithAccounts(40);
        BookGreeks greeks = Run(book);
        var expected = new List<(string, string, Greeks)>();
        for (int a = 0; a < 40; a++)
        {
            (int Instrument, double Quantity)[] held = [.. Held(book, a)];
            foreach (var group in held.GroupBy(p => book.Instruments[p.Instrument].Underlying))
                expected.Add((book.Positions.Accounts[a], group.Key, Sum(group.Select(p => (greeks.Instruments[p.Instrument].Greeks, p.Quantity)))));
        }
        // To the bit: fused additions in the order of the positions.
        Assert.Equal(expected, greeks.Accounts.Select(g => (g.Account, g.Underlying, g.Greeks)));
    }

    [Theory]
    [InlineData(1, LaneWidth.Scalar)]
    [InlineData(3, LaneWidth.V128)]
    [InlineData(2, null)]
    public void Threads_and_widths_change_no_bit(int threads, LaneWidth? width)
    {
        Book book = MixedBook.WithAccounts(25, seed: 4);
        using var processor = new CpuAccelerator(threads, width);
        BookGreeks expected = Run(book), greeks = GreeksRun.Execute(processor, book, CancellationToken.None);
        Assert.Equal(expected.Instruments, greeks.Instruments);
        Assert.Equal(expected.Accounts, greeks.Accounts);
    }

    [Fact]
    public void A_large_account_is_summed_in_segments_and_one_without_positions_has_no_row()
    {
        BookBuilder builder = MixedBook.Instruments();
        int count = builder.Build().Instruments.Count;
        var random = new SplitMix(9);
        (int, double)[] many = [.. Enumerable.Range(0, 3_000).Select(_ => (random.Below(count), random.Uniform(-5, 5)))];
        Book book = builder.Account("empty").Account("large", many).Account("small", (0, 2)).Build();
        BookGreeks greeks = Run(book);
        Assert.Equal(["large", "large", "small"], greeks.Accounts.Select(g => g.Account));
        foreach (AccountGreeks row in greeks.Accounts.Where(g => g.Account == "large"))
        {
            double gross = 0, sum = 0;
            foreach ((int instrument, double quantity) in many.Where(p => book.Instruments[p.Item1].Underlying == row.Underlying))
            {
                sum += quantity * greeks.Instruments[instrument].Greeks.Vega;
                gross += Math.Abs(quantity * greeks.Instruments[instrument].Greeks.Vega);
            }
            Assert.Equal(sum, row.Greeks.Vega, Tolerance.SegmentedSum * gross);
        }
    }

    [Fact]
    public void Accounts_that_are_put_together_have_the_sum_of_their_Greeks()
    {
        BookGreeks greeks = Run(MixedBook.WithAccounts(6, seed: 2));
        Book apart = MixedBook.WithAccounts(6, seed: 2);
        BookBuilder merged = MixedBook.Instruments().Account("all", [.. Enumerable.Range(0, 6).SelectMany(a => Held(apart, a))]);
        foreach (AccountGreeks row in Run(merged.Build()).Accounts)
        {
            Greeks[] parts = [.. greeks.Accounts.Where(g => g.Underlying == row.Underlying).Select(g => g.Greeks)];
            Assert.Equal(parts.Sum(g => g.DeltaCash), row.Greeks.DeltaCash, Tolerance.SegmentedSum * parts.Sum(g => Math.Abs(g.DeltaCash)));
            Assert.Equal(parts.Sum(g => g.GammaCash), row.Greeks.GammaCash, Tolerance.SegmentedSum * parts.Sum(g => Math.Abs(g.GammaCash)));
            Assert.Equal(parts.Sum(g => g.Theta), row.Greeks.Theta, Tolerance.SegmentedSum * parts.Sum(g => Math.Abs(g.Theta)));
        }
    }

    [Fact]
    public void An_instrument_without_a_value_has_no_Greeks_and_is_in_no_sum()
    {
        DateTimeOffset expiry = BookBuilder.AsOf.AddDays(10);
        BookBuilder Market() => new BookBuilder().Spot("BTC", 100).Forward("BTC", expiry, 101)
            .Instrument(new Option("call", "BTC", expiry, 100, OptionRight.Call, Settlement.Inverse), 0.5)
            .Instrument(new Option("bad", "BTC", expiry, 100, OptionRight.Put, Settlement.Inverse), 1e300);
        BookGreeks with = Run(Market().Account("A", (0, 2), (1, 7)).Build()), without = Run(Market().Account("A", (0, 2)).Build());
        Assert.True(double.IsNaN(with.Instruments[1].Value) && double.IsNaN(with.Instruments[1].Greeks.Delta) && double.IsNaN(with.Instruments[1].Greeks.GammaCash));
        Assert.Empty(with.Failures);
        Assert.Equal(without.Accounts, with.Accounts);
    }

    /// <summary>A future worth nothing today on a spot so small that its delta, forward over spot, overflows.</summary>
    [Fact]
    public void An_instrument_whose_Greeks_are_not_finite_is_named()
    {
        DateTimeOffset expiry = BookBuilder.AsOf.AddDays(365);
        Book book = new BookBuilder().Spot("X", 1e-310).Forward("X", expiry, 1)
            .Instrument(new Future("odd", "X", expiry, Settlement.Linear, 1, 1))
            .Instrument(new Spot("even", "X")).Account("A", (0, 1), (1, 3)).Build();
        BookGreeks greeks = Run(book);
        Assert.Equal([new PricingFailure("odd", "its delta today is not a finite number")], greeks.Failures);
        Assert.Equal((0, true), (greeks.Instruments[0].Value, double.IsNaN(greeks.Instruments[0].Greeks.Delta)));
        Assert.Equal(3, greeks.Accounts[0].Greeks.Delta);
    }

    private static BookGreeks Run(Book book)
    {
        using var processor = new CpuAccelerator(2);
        return GreeksRun.Execute(processor, book, CancellationToken.None);
    }

    private static IEnumerable<(int Instrument, double Quantity)> Held(Book book, int account)
    {
        for (int j = book.Positions.RowStart.Span[account]; j < book.Positions.RowStart.Span[account + 1]; j++)
            yield return (book.Positions.Instrument.Span[j], book.Positions.Quantity.Span[j]);
    }

    private static Greeks Sum(IEnumerable<(Greeks Greeks, double Quantity)> positions)
    {
        Greeks sum = default;
        foreach ((Greeks g, double q) in positions)
        {
            sum = new Greeks(
                Math.FusedMultiplyAdd(q, g.Delta, sum.Delta), Math.FusedMultiplyAdd(q, g.Gamma, sum.Gamma), Math.FusedMultiplyAdd(q, g.Vega, sum.Vega),
                Math.FusedMultiplyAdd(q, g.Theta, sum.Theta), Math.FusedMultiplyAdd(q, g.Rho, sum.Rho), Math.FusedMultiplyAdd(q, g.CarryRho, sum.CarryRho),
                Math.FusedMultiplyAdd(q, g.Vanna, sum.Vanna), Math.FusedMultiplyAdd(q, g.Volga, sum.Volga), g.Spot);
        }
        return sum;
    }
}
