using GpuRisk.Domain.Market;
using GpuRisk.Domain.Settings;
using static GpuRisk.Calibration.Tests.SampleHistories;

namespace GpuRisk.Calibration.Tests.History;

public sealed class YoungFactorTests
{
    private static readonly FactorHistory Young = Daily(["rate:X", "rate:Y"], [0, Missing], [1, Missing], [2, 5], [4, 6], [7, 8]);
    private static readonly CalibrationSettings Reject = new();

    [Fact]
    public void A_young_factor_is_refused_with_its_first_day_and_the_cures()
    {
        const string expected =
            "history.csv:1:1: rate:Y begins on 2024-01-03, so that 2 of 4 one-day returns precede its first; expected a proxy of it in the calibration settings, a lookback of at most 2 one-day returns, or the missing rule \"drop\"";
        Assert.Equal(expected, Assert.Single(Problems(() => Returns.Of(Young, Reject))));
        Assert.Equal(expected, Assert.Single(Problems(() => Returns.Of(Young, Reject with { Lookback = 3 }))));
    }

    [Fact]
    public void A_lookback_that_the_factor_covers_takes_it_as_it_is()
    {
        Returns returns = Returns.Of(Young, Reject with { Lookback = 2 });
        Assert.Equal([2.0, 3], returns.OfFactor(0));
        Assert.Equal([1.0, 2], returns.OfFactor(1));
        Assert.Contains("young factor: rate:Y begins on 2024-01-03, before the 2 one-day returns of the lookback", returns.Notes);
        Assert.DoesNotContain(returns.Notes, note => note.StartsWith("missing data", StringComparison.Ordinal));
    }

    [Fact]
    public void Drop_shortens_the_sample_and_names_the_factor_that_did()
    {
        Returns returns = Returns.Of(Young, Reject with { Missing = MissingRule.Drop });
        Assert.Equal([Day(3), Day(4)], returns.EndDates);
        Assert.Contains(
            "young factor: rate:Y begins on 2024-01-03 and shortens the sample: 2 of 4 one-day returns precede its first; a proxy of it would keep them", returns.Notes);
    }

    [Theory]
    [InlineData(MissingRule.Reject)]
    [InlineData(MissingRule.Drop)]
    public void A_factor_without_any_level_is_refused(MissingRule missing)
    {
        FactorHistory history = Daily(["rate:X", "rate:Y"], [0, Missing], [1, Missing]);
        Assert.Equal(
            "history.csv:1:1: rate:Y has no level on any day; expected levels, or a proxy of it in the calibration settings",
            Assert.Single(Problems(() => Returns.Of(history, Reject with { Missing = missing }))));
        FactorProxy proxy = new(Factor("rate:Y"), Factor("rate:X"), 3, 0);
        Returns returns = Returns.Of(history, Reject with { Missing = missing, Proxies = [proxy] });
        Assert.Equal(["rate:X", "rate:Y"], returns.Factors.Select(factor => factor.ToString()));
        Assert.Equal(3, returns[0, 1]);
    }

    [Fact]
    public void Of_two_young_factors_the_one_that_the_lookback_exceeds_is_named()
    {
        FactorHistory history = Daily(["rate:X", "rate:Y", "rate:Z"], [0, Missing, Missing], [1, 1, Missing], [2, 2, Missing], [3, 3, 3], [4, 4, 5]);
        Assert.StartsWith("history.csv:1:1: rate:Z begins on 2024-01-04", Assert.Single(Problems(() => Returns.Of(history, Reject with { Lookback = 3 }))), StringComparison.Ordinal);
        Assert.Equal(2, Problems(() => Returns.Of(history, Reject)).Count);
    }
}
