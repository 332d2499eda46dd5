using GpuRisk.Data.Venues.Deribit;
using GpuRisk.Domain.Instruments;

namespace GpuRisk.Data.Tests.Deribit;

public sealed class DeribitNameTests
{
    private static readonly DateTimeOffset expiry = new(2026, 7, 3, 8, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("BTC", 70000, OptionRight.Call, "BTC-3JUL26-70000-C")]
    [InlineData("XRP_USDC", 0.525, OptionRight.Put, "XRP_USDC-3JUL26-0d525-P")]
    public void Names_are_written_and_read_back(string prefix, double strike, OptionRight right, string name)
    {
        Assert.Equal(name, DeribitName.Option(prefix, expiry, (decimal)strike, right));
        Assert.True(DeribitName.TryParseOption(name, out OptionTerms terms));
        Assert.Equal(new OptionTerms(prefix, expiry, strike, right), terms);
    }

    [Theory]
    [InlineData("BTC-3JUL26-70000")]
    [InlineData("BTC-3JUL26-70000-X")]
    [InlineData("BTC-32JUL26-70000-C")]
    [InlineData("BTC-3JUL2026-70000-C")]
    [InlineData("BTC-3JUL26--70000-C")]
    [InlineData("-3JUL26-70000-C")]
    [InlineData("BTC-3JUL26-1e9-C")]
    [InlineData("")]
    public void Other_texts_are_no_names(string name) => Assert.False(DeribitName.TryParseOption(name, out _));

    [Fact]
    public void Futures_are_named_by_their_day()
    {
        Assert.Equal("BTC-3JUL26", DeribitName.Future("BTC", expiry));
        Assert.True(DeribitName.TryParseFuture("BTC-3JUL26", out string prefix, out DateTimeOffset day));
        Assert.Equal(("BTC", expiry), (prefix, day));
        Assert.False(DeribitName.TryParseFuture("BTC-PERPETUAL", out _, out _));
    }
}
