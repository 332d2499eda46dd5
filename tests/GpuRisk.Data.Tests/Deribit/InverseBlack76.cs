using GpuRisk.Domain.Instruments;
using GpuRisk.Domain.Market;

namespace GpuRisk.Data.Tests.Deribit;

/// <summary>An inverse option's price in coin, (N(d1) - K/F N(d2)) for a call, with a normal distribution function good to 1e-7.</summary>
internal static class InverseBlack76
{
    public static double Price(Option option, double forward, double volatility, DateTimeOffset asOf)
    {
        double deviation = volatility * Math.Sqrt(DayCount.Years(asOf, option.Expiry));
        double d1 = Math.Log(forward / option.Strike) / deviation + 0.5 * deviation;
        double d2 = d1 - deviation;
        return option.Right == OptionRight.Call
            ? Normal(d1) - option.Strike / forward * Normal(d2)
            : option.Strike / forward * Normal(-d2) - Normal(-d1);
    }

    /// <summary>Source: Abramowitz and Stegun (1964), 26.2.17.</summary>
    private static double Normal(double x)
    {
        double t = 1 / (1 + 0.2316419 * Math.Abs(x));
        double tail = Math.Exp(-0.5 * x * x) / Math.Sqrt(2 * Math.PI)
            * t * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        return x >= 0 ? 1 - tail : tail;
    }
}
