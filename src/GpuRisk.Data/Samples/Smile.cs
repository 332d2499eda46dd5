using GpuRisk.Domain.Market;

namespace GpuRisk.Data.Samples;

/// <summary>
/// Implied volatility of the synthetic market: vol(K, T) = atm(T) + skew m + curvature m², with m = (K / F - 1) / sqrt(T) and
/// atm(T) = v + (mean - v) T / (T + 1/4): today's level v reverts to its mean as the expiry lengthens. On a grid of
/// four decimals, at least 5 %.
/// </summary>
internal sealed record Smile(double Today, double Mean)
{
    private const double Skew = -0.06;
    private const double Curvature = 0.05;

    public double AtTheMoney(double years) => Today + (Mean - Today) * years / (years + 0.25);

    public double At(double strike, double forward, double years)
    {
        double m = (strike / forward - 1) / Math.Sqrt(years);
        return Math.Max(0.05, Grid.Nearest(AtTheMoney(years) + Skew * m + Curvature * m * m, 10_000));
    }

    /// <summary>F = S e^x, x = carry T, by the cubic Taylor polynomial: relative error about x^4 / 24, 3e-8 for a carry of 6 % over half a year.</summary>
    public static double Forward(double spot, double carry, DateTimeOffset asOf, DateTimeOffset expiry)
    {
        double x = carry * DayCount.Years(asOf, expiry);
        return spot * (1 + x * (1 + x / 2 * (1 + x / 3)));
    }
}
