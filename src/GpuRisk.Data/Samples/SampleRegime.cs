namespace GpuRisk.Data.Samples;

/// <summary>
/// What all assets share day by day: the market's shock m_t, the volatility multiple s_t = h_t w_t, and the two crash days.
/// h follows GARCH(1,1) with unit mean, h²_t = 0.05 + 0.08 (h w m)²_{t-1} + 0.87 h²_{t-1}; w = sqrt(3 / chi²_5) makes
/// the joint law of a day Student's t with 5 degrees of freedom and unit variance.
/// </summary>
internal sealed class SampleRegime
{
    private const int DegreesOfFreedom = 5;

    private SampleRegime(double[] shock, double[] scale, double[] tail, int crash)
    {
        Shock = shock;
        Scale = scale;
        Tail = tail;
        Crash = crash;
    }

    public double[] Shock { get; }

    public double[] Scale { get; }

    /// <summary>w_t alone.</summary>
    public double[] Tail { get; }

    /// <summary>Index of the first of the two crash days.</summary>
    public int Crash { get; }

    public static SampleRegime Make(int days, ulong seed)
    {
        SplitMix64 random = SplitMix64.Stream(seed, SampleStream.Market);
        int crash = days / 2 + random.NextBelow(days / 4);
        double[] shock = new double[days], scale = new double[days], tail = new double[days];
        double variance = 1;
        for (int t = 0; t < days; t++)
        {
            shock[t] = random.NextNormal();
            double chiSquare = 0;
            for (int i = 0; i < DegreesOfFreedom; i++)
            {
                double z = random.NextNormal();
                chiSquare += z * z;
            }
            // A sum of squares near nil would be a move of a hundred deviations.
            tail[t] = Math.Sqrt((DegreesOfFreedom - 2) / Math.Max(chiSquare, 0.25));
            scale[t] = Math.Sqrt(variance) * tail[t];
            double move = t == crash || t == crash + 1 ? 5 : scale[t] * shock[t];
            variance = Math.Min(9, 0.05 + 0.08 * move * move + 0.87 * variance);
        }
        return new SampleRegime(shock, scale, tail, crash);
    }
}
