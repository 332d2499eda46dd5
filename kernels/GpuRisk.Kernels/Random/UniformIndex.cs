using System.Runtime.CompilerServices;

namespace GpuRisk.Kernels.Random;

/// <summary>An index drawn uniformly, in integers alone.</summary>
public static class UniformIndex
{
    /// <summary>
    /// floor(u count) with u = (high 2^32 + low) / 2^64, exactly. The chances of two indices differ by 2^-64 at most.
    /// </summary>
    /// <param name="count">From 1 to 2^31 - 1.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Of(uint high, uint low, int count)
    {
        ulong n = (ulong)count;
        return (int)(high * n + (low * n >> 32) >> 32);
    }
}
