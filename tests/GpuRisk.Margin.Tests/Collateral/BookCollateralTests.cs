using GpuRisk.Domain.Instruments;
using GpuRisk.Domain.Market;
using GpuRisk.Domain.Portfolios;
using GpuRisk.Domain.Settings;
using GpuRisk.Margin;

namespace GpuRisk.Margin.Tests.Collateral;

/// <summary>A book's collateral, account by account; figures that doubles hold exactly.</summary>
public sealed class BookCollateralTests
{
    private static readonly HaircutSchedule coin = new("BTC", [new(0, 100_000, 0.25), new(100_000, 200_000, 0.5)]);

    [Fact]
    public void An_account_adds_its_assets_and_each_account_has_the_tiers_to_itself()
    {
        Book book = Make([new("b", "BTC", 2), new("a", "BTC", 1), new("a", "USD", 1_000), new("b", "USD", 8)], [coin]);

        // a: 80,000 x 0.75 + 1,000; b: 100,000 x 0.75 + 60,000 x 0.5 + 8; c has none.
        Assert.Equal([61_000, 105_008, 0], CollateralValue.Of(book)!);
    }

    [Fact]
    public void The_currency_takes_a_haircut_where_it_has_one()
    {
        HaircutSchedule cash = new("USD", [new(0, 1_024, 0), new(1_024, double.PositiveInfinity, 0.5)]);

        Assert.Equal([1_536, 0, 0], CollateralValue.Of(Make([new("a", "USD", 2_048)], [cash]))!);
    }

    [Fact]
    public void The_currency_is_worth_one_whatever_its_spot_says()
    {
        HaircutSchedule cash = new("USDC", [new(0, double.PositiveInfinity, 0.25)]);
        Book inFull = Make([new("a", "USDC", 8)], null, currency: "USDC"), cut = Make([new("a", "USDC", 8)], [cash], currency: "USDC");

        Assert.Equal(0.5, cut.Market.Spots["USDC"]);
        Assert.Equal([8, 0, 0], CollateralValue.Of(inFull)!);
        Assert.Equal([6, 0, 0], CollateralValue.Of(cut)!);
    }

    [Fact]
    public void A_book_without_the_table_has_no_figure_and_one_with_an_empty_table_has_noughts()
    {
        Assert.Null(CollateralValue.Of(Make(null, [coin])));
        Assert.Equal([0, 0, 0], CollateralValue.Of(Make([], [coin]))!);
    }

    [Theory]
    [InlineData("z", "BTC", "'z', which has no positions")]
    [InlineData("a", "ETH", "'ETH' has no haircut")]
    [InlineData("a", "DOGE", "'DOGE' has no spot")]
    public void What_cannot_be_valued_is_refused(string account, string asset, string message)
    {
        ArgumentException refused = Assert.Throws<ArgumentException>(() => CollateralValue.Of(Make([new(account, asset, 1)], [coin])));

        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
    }

    private static Book Make(IReadOnlyList<CollateralHolding>? collateral, IReadOnlyList<HaircutSchedule>? haircuts, string currency = "USD") => new()
    {
        Name = "three accounts",
        Currency = currency,
        Instruments = [new Spot("BTC", "BTC")],
        Positions = new PositionTable(["a", "b", "c"], [0, 1, 2, 3], [0, 0, 0], [1, 1, 1]),
        Market = new MarketSnapshot
        {
            AsOf = new DateTimeOffset(2026, 1, 10, 0, 0, 0, TimeSpan.Zero),
            Spots = new Dictionary<string, double> { ["BTC"] = 80_000, ["ETH"] = 3_000, ["USDC"] = 0.5 },
            Forwards = new Dictionary<ForwardKey, double>(),
            Volatilities = new Dictionary<string, double>(),
            Rates = new Dictionary<string, double>(),
        },
        History = new FactorHistory([new(FactorKind.Spot, "BTC")], [new(2026, 1, 9), new(2026, 1, 10)], [80_000, 80_000]),
        Collateral = collateral,
        Haircuts = haircuts,
        Settings = new BookSettings(),
    };
}
