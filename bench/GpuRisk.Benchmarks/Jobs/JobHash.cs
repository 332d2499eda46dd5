namespace GpuRisk.Benchmarks.Jobs;

/// <summary>The reference job's random numbers: SplitMix64 of a stream and a number.</summary>
internal static class JobHash
{
    /// <summary>64 random bits for element n of a stream.</summary>
    public static ulong Bits(ulong stream, ulong n)
    {
        ulong z = unchecked(((stream << 40) + n + 1) * 0x9E3779B97F4A7C15UL);
        z = unchecked((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL);
        z = unchecked((z ^ (z >> 27)) * 0x94D049BB133111EBUL);
        return z ^ (z >> 31);
    }

    /// <summary>A uniform number strictly inside (0, 1).</summary>
    public static double Uniform(ulong stream, ulong n) => ((Bits(stream, n) >> 11) + 0.5) * (1.0 / 9007199254740992.0);
}
