using GpuRisk.Calibration.History;
using GpuRisk.Domain.Market;
using GpuRisk.Domain.Settings;
using static GpuRisk.Calibration.Tests.SampleHistories;

namespace GpuRisk.Calibration.Tests.History;

public sealed class MarketSuspicionsTests
{
    private static readonly FactorHistory History = Daily(["spot:X", "vol:X"], [100, 0.5], [110, 0.6], [105, 0.6]);

    [Theory]
    [InlineData(8, 105, 0)]
    [InlineData(9, 105, 1)]
    [InlineData(3, 209, 0)]
    [InlineData(3, 211, 1)]
    [InlineData(3, 52, 1)]
    [InlineData(300, 4, 2)]
    public void A_history_ends_near_today_in_time_and_in_price(int day, double spot, int warnings) =>
        Assert.Equal(warnings, MarketSuspicions.Of(History, Market(day, spot), SuspectRule.Warn).Count);

    [Fact]
    public void What_is_wrong_is_said_with_dates_or_refused()
    {
        MarketSnapshot market = Market(21, 4);
        string[] expected =
        [
            "the history ends on 2024-01-03, 18 days before the as-of instant: what the market did since is in no volatility; expected levels up to the day before",
            "spot:X ends at 105 on 2024-01-03 and stands at 4 in today's market: are the levels those of another asset, or of another scale? Expected the history of what is priced",
        ];
        Assert.Equal(expected, MarketSuspicions.Of(History, market, SuspectRule.Warn));
        Assert.Equal(expected, Problems(() => MarketSuspicions.Of(History, market, SuspectRule.Reject)).Select(problem => problem[(problem.IndexOf(": ", StringComparison.Ordinal) + 2)..]));
    }

    private static MarketSnapshot Market(int day, double spot) => new()
    {
        AsOf = new DateTimeOffset(2024, 1, 1, 8, 0, 0, TimeSpan.Zero).AddDays(day - 1),
        Spots = new Dictionary<string, double> { ["X"] = spot, ["Y"] = 1 },
        Forwards = new Dictionary<ForwardKey, double>(),
        Volatilities = new Dictionary<string, double>(),
        Rates = new Dictionary<string, double>(),
    };
}
