using GpuRisk.Data.Samples;
using GpuRisk.Domain.Instruments;
using GpuRisk.Domain.Market;
using GpuRisk.Domain.Portfolios;

namespace GpuRisk.Data.Tests.Samples;

public sealed class SampleBookTests
{
    private static readonly SampleSize[] sizes =
    [
        SampleSize.Default,
        new(1, 10, 30, 1, 0),
        new(7, 51, 31, 5, ulong.MaxValue),
        new(40, 1_207, 100, 30, 42),
    ];

    public static TheoryData<SampleSize> Sizes => [.. sizes];

    [Fact]
    public void The_default_book_is_the_same_on_every_machine() =>
        Assert.Equal(
            "692b8d186648ca8220e2d6aef59794b07e039bb0a97b5df1d41df8fe2a09f3ae",
            CanonicalBook.Hash(SampleBook.Make(SampleSize.Default)));

    [Fact]
    public void Two_makes_are_equal_and_another_seed_differs()
    {
        SampleSize size = SampleSize.Default;
        string first = CanonicalBook.Hash(SampleBook.Make(size));
        Assert.Equal(first, CanonicalBook.Hash(SampleBook.Make(size)));
        Assert.NotEqual(first, CanonicalBook.Hash(SampleBook.Make(size with { Seed = 2 })));
    }

    [Fact]
    public void The_default_book_is_small_as_text() =>
        Assert.InRange(CanonicalBook.Dump(SampleBook.Make(SampleSize.Default)).Length, 50_000, 400_000);

    [Theory]
    [MemberData(nameof(Sizes))]
    public void A_book_has_the_size_that_was_asked_for(SampleSize size)
    {
        Book book = SampleBook.Make(size);
        Assert.Equal(size.Accounts, book.Positions.Accounts.Count);
        Assert.Equal(size.Instruments, book.Instruments.Count);
        Assert.Equal(size.HistoryDays, book.History.Dates.Count);
        Assert.Equal(size.Underlyings, book.Market.Spots.Count);
        Assert.Equal(2 * size.Underlyings + Math.Min(2, size.Underlyings), book.History.Factors.Count);
        Assert.Equal(size.Instruments, book.Instruments.Select(i => i.Name).Distinct().Count());
        Assert.Equal(size.Accounts, book.Positions.Accounts.Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Every_contract_has_the_market_it_needs(SampleSize size)
    {
        Book book = SampleBook.Make(size);
        Assert.All(book.Instruments, instrument =>
        {
            Assert.True(instrument.Multiplier > 0);
            Assert.True(book.Market.Spots[instrument.Underlying] > 0);
            if (instrument is Option option)
            {
                Assert.InRange(book.Market.Volatilities[option.Name], 0.05, 5);
                Assert.True(book.Market.Forwards[new ForwardKey(option.Underlying, option.Expiry)] > 0);
                Assert.True(option.Strike > 0);
                Assert.True(option.Expiry > book.Market.AsOf);
                Assert.Equal(option.Underlying is "BTC" or "ETH" ? Settlement.Inverse : Settlement.Linear, option.Settlement);
            }
            if (instrument is Future future)
                Assert.True(book.Market.Forwards[new ForwardKey(future.Underlying, future.Expiry)] > 0);
        });
        Assert.Equal(book.Instruments.OfType<Option>().Count(), book.Market.Volatilities.Count);
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Every_account_holds_something_and_nothing_twice(SampleSize size)
    {
        PositionTable positions = SampleBook.Make(size).Positions;
        for (int a = 0; a < positions.Accounts.Count; a++)
        {
            int start = positions.RowStart.Span[a], end = positions.RowStart.Span[a + 1];
            int[] held = positions.Instrument.Span[start..end].ToArray();
            Assert.NotEmpty(held);
            Assert.Equal(held.Length, held.Distinct().Count());
        }
        foreach (double quantity in positions.Quantity.Span)
            Assert.True(double.IsFinite(quantity) && quantity != 0);
    }

    [Fact]
    public void Strategies_are_what_their_names_say()
    {
        Book book = SampleBook.Make(SampleSize.Default with { Accounts = 500 });
        for (int a = 0; a < 500; a++)
        {
            string account = book.Positions.Accounts[a];
            int start = book.Positions.RowStart.Span[a], end = book.Positions.RowStart.Span[a + 1];
            double[] quantities = book.Positions.Quantity.Span[start..end].ToArray();
            Instrument[] held = [.. book.Positions.Instrument.Span[start..end].ToArray().Select(i => book.Instruments[i])];
            Assert.EndsWith($"-{a + 1:D4}", account, StringComparison.Ordinal);
            switch (account.Split('-')[0])
            {
                case "outright":
                    Assert.Single(held);
                    break;
                case "hedged":
                    Assert.True(quantities is [> 0, < 0]);
                    Assert.IsType<Future>(held[1]);
                    break;
                case "calendar":
                    Assert.True(quantities is [> 0, < 0]);
                    Assert.NotEqual(held[0].Name, held[1].Name);
                    break;
                case "strangle":
                    Assert.All(quantities, q => Assert.True(q < 0));
                    Assert.Equal([OptionRight.Call, OptionRight.Put], held.Cast<Option>().Select(o => o.Right));
                    Assert.True(((Option)held[0]).Strike >= ((Option)held[1]).Strike);
                    break;
                case "maker":
                    Assert.InRange(held.Length, 20, 60);
                    Assert.Contains(quantities, q => q > 0);
                    Assert.Contains(quantities, q => q < 0);
                    break;
                default:
                    Assert.Fail(account);
                    break;
            }
        }
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Every_account_has_deposited_cash_or_coin_that_has_a_haircut(SampleSize size)
    {
        Book book = SampleBook.Make(size);
        HashSet<string> cut = [.. book.Haircuts!.Select(schedule => schedule.Asset)];
        Assert.Equal(size.Underlyings, cut.Count);
        Assert.Equal(book.Positions.Accounts, book.Collateral!.Select(holding => holding.Account).Distinct());
        Assert.Equal(book.Collateral!.Count, book.Collateral.Select(holding => (holding.Account, holding.Asset)).Distinct().Count());
        Assert.All(book.Collateral, holding =>
        {
            Assert.True(holding.Quantity > 0 && double.IsFinite(holding.Quantity));
            Assert.True(holding.Asset == book.Currency || cut.Contains(holding.Asset));
        });
    }

    [Fact]
    public void Names_follow_the_venue()
    {
        HashSet<string> names = [.. SampleBook.Make(SampleSize.Default).Instruments.Select(i => i.Name)];
        Assert.Superset(new HashSet<string> { "BTC_USDC", "BTC-PERPETUAL", "ETH-PERPETUAL", "SOL_USDC", "SOL_USDC-PERPETUAL", "BTC-25SEP26" }, names);
    }

    [Fact]
    public void A_book_of_five_thousand_accounts_and_many_contracts_is_made()
    {
        Book book = SampleBook.Make(new SampleSize(5_000, 6_000, 400, 12, 9));
        Assert.InRange(book.Positions.Count, 5_000, 5_000 * 61);
        Assert.Equal(6_000, book.Instruments.Select(i => i.Name).Distinct().Count());
    }

    [Fact]
    public void A_size_that_cannot_be_made_is_refused_with_every_reason()
    {
        SampleSize size = new(0, 5, 3, -1, 1);
        Assert.Equal(4, size.Violations.Count);
        ArgumentException refused = Assert.Throws<ArgumentException>(() => SampleBook.Make(size));
        Assert.Contains("3 history days: expected 30 to 20000.", refused.Message, StringComparison.Ordinal);
        Assert.Equal("29 instruments: expected 30 to 1000000.", Assert.Single(new SampleSize(1, 29, 30, 3, 1).Violations));
    }
}
