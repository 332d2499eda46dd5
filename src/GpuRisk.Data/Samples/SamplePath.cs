namespace GpuRisk.Data.Samples;

/// <summary>
/// One asset's levels day by day, unrounded: its price (ending at its listed price), its implied volatility at 30 days and its
/// annualised carry. Levels move multiplicatively, L_t = L_{t-1} (1 + r_t), so that no exponential is needed.
/// </summary>
internal sealed class SamplePath
{
    private const double LargestDailyMove = 0.25;

    // 0.78 * 0.8333 = 0.65: the first asset loses 35 % in two days.
    private const double FirstCrashDay = -0.22;
    private const double SecondCrashDay = -1.0 / 6;

    private SamplePath(int days)
    {
        Price = new double[days];
        Volatility = new double[days];
        Carry = new double[days];
    }

    public double[] Price { get; }

    public double[] Volatility { get; }

    public double[] Carry { get; }

    public static SamplePath Make(SampleUnderlying underlying, SampleRegime regime, SplitMix64 random)
    {
        int days = regime.Shock.Length;
        SamplePath path = new(days);
        path.Price[0] = 1;
        path.Volatility[0] = underlying.Volatility;
        path.Carry[0] = underlying.Carry;
        double deviation = underlying.Volatility / Math.Sqrt(365);
        double own = Math.Sqrt(1 - underlying.Loading * underlying.Loading);
        for (int t = 1; t < days; t++)
        {
            double shock = underlying.Loading * regime.Shock[t] + own * random.NextNormal();
            // A weak pull to the start keeps a history of decades within sensible levels.
            double free = deviation * regime.Scale[t] * shock + 0.004 * Math.Max(-1, 1 - path.Price[t - 1]);
            double fall = t == regime.Crash ? FirstCrashDay : t == regime.Crash + 1 ? SecondCrashDay : 0;
            double move = fall < 0 ? fall * underlying.CrashDepth : Math.Clamp(free, -LargestDailyMove, LargestDailyMove);
            path.Price[t] = path.Price[t - 1] * (1 + move);
            path.Volatility[t] = NextVolatility(path.Volatility[t - 1], underlying.Volatility, move, fall, regime.Tail[t] * random.NextNormal());
            path.Carry[t] = path.Carry[t - 1] + 0.05 * (underlying.Carry - path.Carry[t - 1])
                + 0.1 * move + 0.003 * random.NextNormal();
        }
        double last = path.Price[^1];
        for (int t = 0; t < days; t++)
            path.Price[t] = path.Price[t] / last * underlying.Price;
        return path;
    }

    /// <summary>Reverts to its mean, rises when the price falls or moves at all, jumps on a crash day.</summary>
    private static double NextVolatility(double level, double mean, double priceMove, double fall, double noise)
    {
        double move = 0.04 * (mean / level - 1) - 0.4 * priceMove + 0.3 * (Math.Abs(priceMove) - 0.8 * mean / Math.Sqrt(365)) + 0.025 * noise;
        if (fall < 0)
            move = -2 * fall;
        return Math.Clamp(level * (1 + Math.Clamp(move, -LargestDailyMove, 0.6)), 0.35 * mean, 3 * mean);
    }
}
