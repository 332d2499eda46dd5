using System.Runtime.CompilerServices;
using GpuRisk.Kernels.Lanes;

namespace GpuRisk.Kernels.Random;

/// <summary>
/// Nested scrambling of the binary digits of a point after Owen, by hashing: whether a digit is flipped depends on the seed and the digits before it
/// alone, so that points of a net stay a net and each becomes uniform. Not every such scrambling occurs, as it would in Owen's: flips of the
/// leading digits are not all independent, and variances may differ a little from his. Errors are taken from independent seeds, and do not rest on it.
/// Sources: Owen, "Randomly permuted (t,m,s)-nets and (t,s)-sequences" (1995); Laine and Karras, "Stratified sampling for stochastic
/// transparency" (2011); Burley, "Practical hash-based Owen scrambling" (Journal of Computer Graphics Techniques 9(4), 2020), whose constants
/// these are.
/// </summary>
public static class NestedScramble
{
    /// <summary>
    /// Scrambles digits held in reverse, the first of the point in the lowest bit: every step carries from low bits to high ones only. Two rounds,
    /// each with a seed word of its own, so that as many scramblings occur as 64 bits tell apart.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static W Apply<W>(W reversed, W seed0, W seed1)
        where W : struct, IWord<W>
    {
        W x = reversed;
        W seed = seed0;
        // A loop, so that the round is inlined once.
        for (int round = 0; round < 2; round++)
        {
            x = x + seed;
            x = x ^ W.MultiplyLow(x, 0x6C50B47Cu);
            x = x ^ W.MultiplyLow(x, 0xB82F1E52u);
            x = x ^ W.MultiplyLow(x, 0xC7AFE638u);
            x = x ^ W.MultiplyLow(x, 0x8D22F6E6u);
            seed = seed1;
        }
        return x;
    }

    /// <summary>
    /// The 32 bits in the opposite order, and <paramref name="shift"/> with its bytes in the opposite order added to them without carry: a random digital shift on
    /// top of the scrambling. Standing before the bytes change places, it also keeps compilers from making one instruction of all steps, which some devices' tools do
    /// not know.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static W Reverse<W>(W x, W shift)
        where W : struct, IWord<W>
    {
        W y = ((x >> 1) & 0x55555555u) | ((x & 0x55555555u) << 1);
        y = ((y >> 2) & 0x33333333u) | ((y & 0x33333333u) << 2);
        y = ((y >> 4) & 0x0F0F0F0Fu) | ((y & 0x0F0F0F0Fu) << 4);
        y = y ^ shift;
        y = ((y >> 8) & 0x00FF00FFu) | ((y & 0x00FF00FFu) << 8);
        return (y >> 16) | (y << 16);
    }
}
