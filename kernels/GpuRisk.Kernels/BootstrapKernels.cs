using System.Runtime.CompilerServices;
using GpuRisk.Kernels.Lanes;
using GpuRisk.Kernels.Random;

namespace GpuRisk.Kernels;

/// <summary>Days of a history drawn with replacement.</summary>
public static class BootstrapKernels
{
    /// <summary>
    /// Copies the changes of one day, all factors: a scalar kernel. Item: a scenario of the tile, which is scenarios[first + item]. The day is
    /// floor(u days), u from the first two words of Philox4x32-10 at counter (scenario, 0, stream, 0).
    /// </summary>
    /// <param name="changes">Day-major: day d, factor f at d factors + f.</param>
    [Kernel, MethodImpl(MethodImplOptions.NoInlining)]
    public static void Draw(
        int item, int factors, Table<uint> scenarios, int first, uint stream, uint key0, uint key1, int days, Table<double> changes, int stride,
        Column<double> shocks)
    {
        ScalarWord c0 = ScalarWord.Of(scenarios[(long)first + item]);
        ScalarWord c1 = ScalarWord.Of(0u);
        ScalarWord c2 = ScalarWord.Of(stream);
        ScalarWord c3 = ScalarWord.Of(0u);
        Philox.Apply(ref c0, ref c1, ref c2, ref c3, key0, key1);
        long day = (long)UniformIndex.Of(c0.a, c1.a, days) * factors;
        for (int f = 0; f < factors; f++)
            shocks[(long)f * stride + item] = changes[day + f];
    }
}
