using GpuRisk.Domain.Input;
using GpuRisk.Domain.Instruments;
using GpuRisk.Domain.Portfolios;
using GpuRisk.Domain.Settings;

namespace GpuRisk.Margin.Tests.Sampling;

public sealed class BookScopeTests
{
    [Fact]
    public void A_net_book_is_one_account_with_quantities_summed_by_instrument()
    {
        Book net = BookScope.Apply(Sample(new SimulationSettings { Net = true }));
        Assert.Equal(["net"], net.Positions.Accounts);
        Assert.Equal(["Z", "X"], net.Instruments.Select(i => i.Name));
        Assert.Equal([7.5, 3], net.Positions.Quantity.ToArray());
        Assert.Equal([0, 1], net.Positions.Instrument.ToArray());
        Assert.Equal([new CollateralHolding("net", "USD", 30), new CollateralHolding("net", "X", 2)], net.Collateral!);
        Assert.Same(net, BookScope.Apply(net));
    }

    [Fact]
    public void One_account_keeps_its_positions_and_collateral()
    {
        Book one = BookScope.Apply(Sample(new SimulationSettings { Account = "B" }));
        Assert.Equal(["B"], one.Positions.Accounts);
        Assert.Equal(["X", "Y"], one.Instruments.Select(i => i.Name));
        Assert.Equal([2.0, -4], one.Positions.Quantity.ToArray());
        Assert.Equal([new CollateralHolding("B", "USD", 20), new CollateralHolding("B", "X", 2)], one.Collateral!);
        Assert.Same(one, BookScope.Apply(one));
    }

    [Fact]
    public void A_book_without_a_scope_is_itself()
    {
        Book book = Sample(new SimulationSettings());
        Assert.Same(book, BookScope.Apply(book));
    }

    [Fact]
    public void An_unknown_account_and_two_scopes_are_refused_with_the_cure()
    {
        InvalidInputException unknown = Assert.Throws<InvalidInputException>(() => BookScope.Apply(Sample(new SimulationSettings { Account = "C" })));
        Assert.Equal("book.json:1:1: simulation: account \"C\" is not in the book; expected one of its 2 accounts, such as \"A\", \"B\"", unknown.Message);
        InvalidInputException both = Assert.Throws<InvalidInputException>(() => BookScope.Apply(Sample(new SimulationSettings { Account = "A", Net = true })));
        Assert.Contains("expected one of them", both.Message, StringComparison.Ordinal);
    }

    /// <summary>Y nets to nothing.</summary>
    private static Book Sample(SimulationSettings simulation)
    {
        Book book = new BookBuilder { Simulation = simulation }
            .Spot("X", 1).Spot("Y", 2).Spot("Z", 3)
            .Instrument(new Spot("X", "X")).Instrument(new Spot("Y", "Y")).Instrument(new Spot("Z", "Z"))
            .Account("A", (2, 7.5), (0, 1), (1, 4)).Account("B", (0, 2), (1, -4)).Build();
        return new Book
        {
            Name = book.Name,
            Currency = book.Currency,
            Instruments = book.Instruments,
            Positions = book.Positions,
            Market = book.Market,
            History = book.History,
            Collateral = [new("A", "USD", 10), new("B", "USD", 20), new("B", "X", 2)],
            Settings = book.Settings,
        };
    }
}
