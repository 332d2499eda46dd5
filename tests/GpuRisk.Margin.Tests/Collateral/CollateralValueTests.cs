using GpuRisk.Domain.Portfolios;
using GpuRisk.Margin;

namespace GpuRisk.Margin.Tests.Collateral;

/// <summary>One holding against published examples of exchanges' tiered haircuts.</summary>
public sealed class CollateralValueTests
{
    private const double Million = 1e6;

    /// <summary>100 % to 100 million, 97.5 % to 120, 95 % to 150, 90 % to 180, 85 % to 200, nothing beyond.</summary>
    private static readonly HaircutTier[] tiers =
    [
        new(0, 100 * Million, 0), new(100 * Million, 120 * Million, 0.025), new(120 * Million, 150 * Million, 0.05),
        new(150 * Million, 180 * Million, 0.1), new(180 * Million, 200 * Million, 0.15),
    ];

    [Theory]
    [InlineData(120, 119.5)]
    [InlineData(160, 157.0)]
    [InlineData(250, 192.0)]
    public void Tiers_count_as_published(double value, double expected) =>
        AssertClose(expected * Million, CollateralValue.Of(value * Million, tiers));

    [Fact]
    public void A_flat_haircut_of_four_percent_leaves_16800_of_17500() =>
        AssertClose(16_800, CollateralValue.Of(17_500, [new HaircutTier(0, double.PositiveInfinity, 0.04)]));

    [Fact]
    public void The_first_tier_alone_is_exact_and_nothing_is_worth_nothing()
    {
        Assert.Equal(99_999_999.99, CollateralValue.Of(99_999_999.99, tiers));
        Assert.Equal(100 * Million, CollateralValue.Of(100 * Million, tiers));
        Assert.Equal(0, CollateralValue.Of(0, tiers));
        Assert.Equal(0, CollateralValue.Of(5, []));
    }

    [Fact]
    public void Beyond_the_last_tier_nothing_is_added()
    {
        double full = CollateralValue.Of(200 * Million, tiers);
        Assert.Equal(full, CollateralValue.Of(200.000001 * Million, tiers));
        Assert.Equal(full, CollateralValue.Of(1e300, tiers));
    }

    [Fact]
    public void A_haircut_of_one_counts_nothing_and_of_nought_everything()
    {
        Assert.Equal(0, CollateralValue.Of(123.456, [new HaircutTier(0, double.PositiveInfinity, 1)]));
        Assert.Equal(123.456, CollateralValue.Of(123.456, [new HaircutTier(0, double.PositiveInfinity, 0)]));
    }

    [Fact]
    public void The_value_never_falls_with_more_and_is_never_more_than_the_whole()
    {
        double before = 0;
        for (double value = 0; value <= 300 * Million; value += 0.37 * Million)
        {
            double counted = CollateralValue.Of(value, tiers);
            Assert.InRange(counted, before, value);
            before = counted;
        }
    }

    [Fact]
    public void A_tier_cut_in_two_counts_the_same()
    {
        HaircutTier[] whole = [new(0, 1_000, 0.25)], cut = [new(0, 512, 0.25), new(512, 1_000, 0.25)];
        foreach (double value in new[] { 100.0, 512, 700, 1_000, 2_000 })
            Assert.Equal(CollateralValue.Of(value, whole), CollateralValue.Of(value, cut));
    }

    [Fact]
    public void A_value_that_is_no_number_gives_none() => Assert.True(double.IsNaN(CollateralValue.Of(double.NaN, tiers)));

    private static void AssertClose(double expected, double actual) => Assert.Equal(1, actual / expected, Tolerance.Rounding);
}
