using System.Runtime.CompilerServices;
using GpuRisk.Kernels.Lanes;

namespace GpuRisk.Kernels.Random;

/// <summary>
/// Philox4x32-10: ten rounds that turn a counter of four words and a key of two into four words that pass as random.
/// Source: Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3" (SC 2011).
/// </summary>
public static class Philox
{
    private const uint Multiplier0 = 0xD2511F53u;
    private const uint Multiplier1 = 0xCD9E8D57u;
    private const uint Weyl0 = 0x9E3779B9u;
    private const uint Weyl1 = 0xBB67AE85u;

    /// <summary>Replaces the counter by the four words it stands for.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Apply<W>(ref W c0, ref W c1, ref W c2, ref W c3, uint key0, uint key1)
        where W : struct, IWord<W>
    {
        for (int round = 0; round < 10; round++)
        {
            W high0 = W.MultiplyHigh(c0, Multiplier0);
            W low0 = W.MultiplyLow(c0, Multiplier0);
            W high1 = W.MultiplyHigh(c2, Multiplier1);
            W low1 = W.MultiplyLow(c2, Multiplier1);
            c0 = high1 ^ c1 ^ key0;
            c1 = low1;
            c2 = high0 ^ c3 ^ key1;
            c3 = low0;
            key0 += Weyl0;
            key1 += Weyl1;
        }
    }
}
