using GpuRisk.Domain.Settings;
using static GpuRisk.Calibration.Tests.SampleHistories;

namespace GpuRisk.Calibration.Tests.Volatility;

public sealed class VolatilityEstimatesTests
{
    [Theory]
    [InlineData(VolatilityEstimator.Ewma)]
    [InlineData(VolatilityEstimator.Equal)]
    public void Volatility_grows_with_the_root_of_the_horizon(VolatilityEstimator rule)
    {
        Returns returns = Returns.Of(OfChanges(1, -2, 3, 0.5), new CalibrationSettings());
        CalibrationSettings settings = new() { Volatility = rule };
        double oneDay = VolatilityEstimates.OverHorizon(returns, settings, 1)[0];
        Assert.Equal(3 * oneDay, VolatilityEstimates.OverHorizon(returns, settings, 9)[0]);
        Assert.Equal(Math.Sqrt(10) * oneDay, VolatilityEstimates.OverHorizon(returns, settings, 10)[0]);
    }

    [Fact]
    public void A_volatility_that_overflows_is_refused_and_no_return_gives_no_volatility()
    {
        Returns large = Returns.Of(OfChanges(1e200, -1e200), new CalibrationSettings());
        Assert.Equal(
            "history.csv:1:1: the volatility of rate:USD is not finite; expected levels whose squared changes are",
            Assert.Single(Problems(() => VolatilityEstimates.OverHorizon(large, new CalibrationSettings(), 1))));
        Returns none = Returns.Of(OfChanges(), new CalibrationSettings());
        Assert.Single(Problems(() => VolatilityEstimates.OverHorizon(none, new CalibrationSettings(), 1)));
    }
}
