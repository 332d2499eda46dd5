using GpuRisk.Accelerators.Cpu;
using GpuRisk.Domain.Instruments;
using GpuRisk.Domain.Market;
using GpuRisk.Domain.Portfolios;

namespace GpuRisk.Simulation.Tests;

/// <summary>What must hold between the profits of any books: to the bit, unless the order of a sum changes.</summary>
public sealed class PortfolioLawTests
{
    private const int Count = 700;
    private static readonly Book Base = MixedBook.WithAccounts(40);
    private static readonly double[][] Expected = Pipeline.Profits(Base, MixedBook.Model(), Count);

    [Theory]
    [InlineData(32, 1, 1L << 30)]
    [InlineData(64, 2, 1L << 30)]
    [InlineData(64, 2, 1L << 19)]
    [InlineData(96, 3, 1L << 30)]
    [InlineData(700, 2, 1L << 30)]
    [InlineData(null, 5, 1L << 30)]
    public void Tiles_threads_and_memory_do_not_change_a_bit(int? tile, int threads, long memory) =>
        Assert.Equal(Expected, Pipeline.Profits(Base, MixedBook.Model(), Count, options: new PlanOptions { Tile = tile, MemoryBytes = memory }, threads: threads));

    [Theory]
    [InlineData(LaneWidth.Scalar)]
    [InlineData(LaneWidth.V128)]
    [InlineData(LaneWidth.V256)]
    [InlineData(LaneWidth.V512)]
    public void The_width_of_the_lanes_does_not_change_a_bit(LaneWidth width) =>
        Assert.Equal(Expected, Pipeline.Profits(Base, MixedBook.Model(), Count, width: width));

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    [InlineData(699)]
    public void A_shorter_run_is_the_beginning_of_a_longer_one(int count) =>
        Assert.Equal(Expected.Select(p => p[..count]), Pipeline.Profits(Base, MixedBook.Model(), count));

    [Fact]
    public void The_order_of_accounts_does_not_change_a_bit()
    {
        int[] order = [.. Enumerable.Range(0, 40).Select(i => i * 7 % 40)];
        Book permuted = WithPositions(order.Select(a => PositionsOf(Base, a)));
        Assert.Equal(order.Select(a => Expected[a]), Pipeline.Profits(permuted, MixedBook.Model(), Count));
    }

    [Fact]
    public void The_order_of_instruments_in_the_book_does_not_change_a_bit()
    {
        int n = Base.Instruments.Count;
        Instrument[] reversed = [.. Base.Instruments.Reverse()];
        Book permuted = WithPositions(
            Enumerable.Range(0, 40).Select(a => PositionsOf(Base, a).Select(p => (n - 1 - p.Instrument, p.Quantity)).ToArray()), reversed);
        Assert.Equal(Expected, Pipeline.Profits(permuted, MixedBook.Model(), Count));
    }

    [Fact]
    public void The_order_of_an_account_s_positions_changes_roundings_alone()
    {
        Book reversed = WithPositions(Enumerable.Range(0, 40).Select(a => PositionsOf(Base, a).Reverse().ToArray()));
        AssertWithinRounding(Expected, Pipeline.Profits(reversed, MixedBook.Model(), Count));
    }

    [Fact]
    public void The_parts_of_a_split_account_sum_to_it()
    {
        Book split = WithPositions(Enumerable.Range(0, 80).Select(i => PositionsOf(Base, i / 2).Where((_, j) => j % 2 == i % 2).ToArray()));
        double[][] parts = Pipeline.Profits(split, MixedBook.Model(), Count);
        AssertWithinRounding(Expected, [.. Enumerable.Range(0, 40).Select(a => parts[2 * a].Zip(parts[2 * a + 1], (x, y) => x + y).ToArray())]);
    }

    [Fact]
    public void A_copied_account_has_the_same_profits_to_the_bit()
    {
        Book copied = WithPositions(Enumerable.Range(0, 80).Select(i => PositionsOf(Base, i % 40)));
        Assert.Equal([.. Expected, .. Expected], Pipeline.Profits(copied, MixedBook.Model(), Count));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(-1)]
    [InlineData(1.0 / 1024)]
    public void Quantities_times_a_power_of_two_multiply_profits_to_the_bit(double factor)
    {
        Book scaled = WithPositions(Enumerable.Range(0, 40).Select(a => PositionsOf(Base, a).Select(p => (p.Instrument, p.Quantity * factor)).ToArray()));
        Assert.Equal(Expected.Select(p => p.Select(x => factor * x)), Pipeline.Profits(scaled, MixedBook.Model(), Count));
    }

    [Fact]
    public void An_account_without_positions_has_no_profit()
    {
        Assert.Equal([new double[50]], Pipeline.Profits(WithPositions([[]]), MixedBook.Model(), 50));
        Assert.Empty(Pipeline.Profits(WithPositions([]), MixedBook.Model(), 50));
    }

    /// <summary>Put-call parity in every scenario: a call less a put is a discounted forward less a strike, whatever the volatility.</summary>
    [Fact]
    public void A_call_less_a_put_does_not_depend_on_volatility()
    {
        BookBuilder builder = MixedBook.Instruments();
        Instrument[] instruments = [.. builder.Build().Instruments];
        foreach (Option call in instruments.OfType<Option>().Where(o => o.Right == OptionRight.Call))
        {
            int put = Array.FindIndex(instruments, x => x is Option o && o == call with { Name = o.Name, Right = OptionRight.Put });
            builder.Account(call.Name, (Array.IndexOf(instruments, call), 1), (put, -1));
        }
        Book book = builder.Build();
        double[][] moved = Pipeline.Profits(book, MixedBook.RandomShocks(100));
        double[][] still = Pipeline.Profits(book, WithoutVolatility(MixedBook.RandomShocks(100)));
        AssertWithinRounding(still, moved, 90_000 * 1.5 * 8);
    }

    private static ShockMatrix WithoutVolatility(ShockMatrix shocks) => new(
        shocks.Factors, shocks.Scenarios,
        [.. shocks.Values.ToArray().Select((x, i) => shocks.Factors[i / shocks.Scenarios].Kind == FactorKind.Vol ? 0 : x)], "still");

    private static (int Instrument, double Quantity)[] PositionsOf(Book book, int account)
    {
        int[] starts = book.Positions.RowStart.ToArray();
        return [.. Enumerable.Range(starts[account], starts[account + 1] - starts[account])
            .Select(j => (book.Positions.Instrument.Span[j], book.Positions.Quantity.Span[j]))];
    }

    private static Book WithPositions(IEnumerable<(int Instrument, double Quantity)[]> accounts, IReadOnlyList<Instrument>? instruments = null)
    {
        (int Instrument, double Quantity)[][] rows = [.. accounts];
        int[] starts = [.. rows.Select((_, a) => rows.Take(a).Sum(r => r.Length)), rows.Sum(r => r.Length)];
        return new Book
        {
            Name = "law",
            Currency = Base.Currency,
            Instruments = instruments ?? Base.Instruments,
            Positions = new PositionTable(
                [.. rows.Select((_, a) => $"P{a}")], starts, [.. rows.SelectMany(r => r.Select(p => p.Instrument))], [.. rows.SelectMany(r => r.Select(p => p.Quantity))]),
            Market = Base.Market,
            History = Base.History,
            Settings = Base.Settings,
        };
    }

    /// <param name="gross">Largest absolute sum of the terms; some 25 positions of up to 9 contracts of 180,000 by default.</param>
    private static void AssertWithinRounding(double[][] expected, double[][] actual, double gross = 25 * 9 * 180_000.0)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int a = 0; a < expected.Length; a++)
        {
            for (int s = 0; s < expected[a].Length; s++)
                Assert.Equal(expected[a][s], actual[a][s], Tolerance.OfGross * gross);
        }
    }
}
