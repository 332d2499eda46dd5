using System.Runtime.CompilerServices;
using GpuRisk.Kernels.Lanes;
using GpuRisk.Kernels.Random;

namespace GpuRisk.Kernels;

/// <summary>Which of several models a scenario is drawn from. Item: a scenario of the tile.</summary>
public static class MixtureKernels
{
    /// <summary>
    /// Writes to row <paramref name="row"/> the uniform of scenario scenarios[first + item]: the first two words of Philox4x32-10 at counter
    /// (scenario, 0, stream, 0).
    /// </summary>
    [Kernel, MethodImpl(MethodImplOptions.NoInlining)]
    public static void Uniforms<R, W>(
        int item, int row, Words<W> scenarios, int first, uint stream, uint key0, uint key1, int stride, Reals<R, W> uniforms)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W>
    {
        W c0 = scenarios[(long)first + item];
        W c1 = W.Of(0u);
        W c2 = W.Of(stream);
        W c3 = W.Of(0u);
        Philox.Apply(ref c0, ref c1, ref c2, ref c3, key0, key1);
        uniforms[(long)row * stride + item] = R.Uniform(c0, c1);
    }

    /// <summary>
    /// Row f keeps what stands in shocks where the scenario's uniform, row <paramref name="uniform"/> of scratch, is at least
    /// <paramref name="from"/>, else what was kept before, in row kept + f of scratch. After the last component of several it is in shocks.
    /// </summary>
    /// <param name="last">1 for the last component, else 0.</param>
    [Kernel, MethodImpl(MethodImplOptions.NoInlining)]
    public static void Choose<R, W>(
        int item, int row, double from, int last, int uniform, int kept, int stride, Reals<R, W> scratch, Reals<R, W> shocks)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W>
    {
        long at = (long)row * stride + item;
        long keptAt = ((long)kept + row) * stride + item;
        R chosen = R.IfLess(scratch[(long)uniform * stride + item], from, scratch[keptAt], shocks[at]);
        if (last == 0)
            scratch[keptAt] = chosen;
        else
            shocks[at] = chosen;
    }
}
