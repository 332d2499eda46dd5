namespace GpuRisk.Calibration.Tests;

/// <summary>
/// A linear congruential generator (Knuth's MMIX constants), written out because the framework's own does not promise its
/// sequence, on which a test of bits depends.
/// </summary>
internal sealed class FixedGenerator(int seed)
{
    private ulong state = (ulong)seed;

    /// <summary>Uniform in [0, 1), of 53 bits.</summary>
    internal double NextDouble()
    {
        state = unchecked((state * 6364136223846793005UL) + 1442695040888963407UL);
        return (state >> 11) * (1.0 / (1UL << 53));
    }
}
