namespace GpuRisk.Reports.Svg;

/// <summary>Axis ticks at multiples of 1, 2 or 5 times a power of ten.</summary>
/// <param name="Values">Ascending; empty where the interval holds no multiple.</param>
/// <param name="Decimals">Decimals that a label needs.</param>
internal sealed record NiceTicks(IReadOnlyList<double> Values, int Decimals)
{
    /// <summary>Ticks in [low, high], low &lt; high, both finite: about <paramref name="target"/> of them.</summary>
    public static NiceTicks Between(double low, double high, int target)
    {
        double rough = (high - low) / target;
        int exponent = (int)Math.Floor(Math.Log10(rough));
        double power = Math.Pow(10, exponent);
        double step = (rough / power) switch { <= 1 => power, <= 2 => 2 * power, <= 5 => 5 * power, _ => 10 * power };
        // An interval too narrow or too wide for its place on the number line has no labels that could be told apart.
        if (!double.IsFinite(step) || step == 0 || low + step == low)
            return new NiceTicks([], 0);
        double first = Math.Ceiling(low / step), last = Math.Floor(high / step);
        double[] values = new double[(int)Math.Min(last - first + 1, 4.0 * target)];
        for (int i = 0; i < values.Length; i++)
            values[i] = (first + i) * step + 0.0;
        return new NiceTicks(values, Math.Clamp(-(int)Math.Floor(Math.Log10(step) + 1e-9), 0, 15));
    }
}
