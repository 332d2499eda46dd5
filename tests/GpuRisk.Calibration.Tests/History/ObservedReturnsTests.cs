using GpuRisk.Calibration.History;
using GpuRisk.Domain.Market;
using GpuRisk.Domain.Settings;
using static GpuRisk.Calibration.Tests.SampleHistories;

namespace GpuRisk.Calibration.Tests.History;

public sealed class ObservedReturnsTests
{
    [Fact]
    public void Each_factor_has_its_own_returns_whatever_the_others_miss()
    {
        FactorHistory history = On([0, 1, 2, 5, 6], ["rate:X", "rate:Y"], [0, Missing], [1, 10], [3, Missing], [6, 20], [10, 25]);
        ObservedReturns observed = ObservedReturns.Of(history, HistoryCalendar.Daily);
        Assert.Equal([1.0, 2, 4], observed.OfFactor(0));
        Assert.Equal([5.0], observed.OfFactor(1));
        Assert.Equal(1, observed.Begin(1));
        Assert.Equal([1.0, 2, 3, 4], ObservedReturns.Of(history, HistoryCalendar.Business).OfFactor(0));
    }
}
