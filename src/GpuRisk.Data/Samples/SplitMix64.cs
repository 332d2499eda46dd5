namespace GpuRisk.Data.Samples;

/// <summary>
/// A small generator for made-up books: 64-bit state, period 2^64, the same numbers on every machine. Integers and
/// additions of doubles only, so that no system's mathematical library has a say. Not for scenarios.
/// Source: Steele, Lea and Flood, "Fast splittable pseudorandom number generators" (2014).
/// </summary>
public sealed class SplitMix64(ulong seed)
{
    private const ulong GoldenGamma = 0x9E3779B97F4A7C15;
    private ulong state = seed;

    /// <summary>A generator of its own for each numbered part of a book, so that one part's size does not change another's content.</summary>
    public static SplitMix64 Stream(ulong seed, ulong stream) => new(Mix(seed ^ Mix(stream + GoldenGamma)));

    public ulong Next()
    {
        state += GoldenGamma;
        return Mix(state);
    }

    /// <summary>Uniform, strictly inside (0, 1): (k + 1/2) / 2^52.</summary>
    public double NextUniform() => ((Next() >> 12) + 0.5) * (1.0 / (1L << 52));

    /// <summary>Uniform on 0 to <paramref name="count"/> - 1; the bias is below count / 2^64.</summary>
    public int NextBelow(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        return (int)Math.BigMul(Next(), (ulong)count, out _);
    }

    public bool NextBool() => Next() >> 63 == 1;

    /// <summary>
    /// Nearly normal: the sum of twelve uniforms less six. Mean 0, variance 1, kurtosis 2.9, never beyond 6; in place of
    /// the inverse distribution function because a sum needs no logarithm.
    /// </summary>
    public double NextNormal()
    {
        double sum = -6;
        for (int i = 0; i < 12; i++)
            sum += NextUniform();
        return sum;
    }

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
