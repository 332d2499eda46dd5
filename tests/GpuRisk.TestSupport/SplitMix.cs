namespace GpuRisk.TestSupport;

/// <summary>
/// SplitMix64 (Steele, Lea and Flood, 2014), written out because the framework's own generator does not promise its sequence. Shares
/// nothing with the product's generator.
/// </summary>
public sealed class SplitMix(ulong seed)
{
    private ulong state = seed;

    public ulong Bits()
    {
        state = unchecked(state + 0x9E3779B97F4A7C15UL);
        ulong z = state;
        z = unchecked((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL);
        z = unchecked((z ^ (z >> 27)) * 0x94D049BB133111EBUL);
        return z ^ (z >> 31);
    }

    /// <summary>Strictly inside (0, 1).</summary>
    public double Uniform() => ((Bits() >> 12) + 0.5) * (1.0 / (1UL << 52));

    public double Uniform(double low, double high) => low + (high - low) * Uniform();

    /// <summary>From 0 to below - 1.</summary>
    public int Below(int below) => (int)(Bits() % (ulong)below);

    /// <summary>Standard normal (Box and Muller, 1958).</summary>
    public double Normal() => Math.Sqrt(-2 * Math.Log(Uniform())) * Math.Cos(2 * Math.PI * Uniform());
}
