using GpuRisk.Kernels.Lanes;
using GpuRisk.Kernels.Random;

namespace GpuRisk.Simulation.Scenarios;

/// <summary>
/// Who draws from which stream of Philox4x32-10, whose key is the seed and whose counter is (scenario, block, stream, 0). No two of these
/// ranges meet, so no two draws of a run are the same.
/// <list type="table">
/// <item><term>0 to 2^30 - 1</term><description>normals of step h at stream h; block j holds normals 2 j and 2 j + 1</description></item>
/// <item><term>2^30 to 2^31 - 1</term><description>the day of step h at stream 2^30 + h, block 0</description></item>
/// <item><term>2^31</term><description>which model of a mixture, block 0</description></item>
/// <item><term>2^31 + 1</term><description>seeds of the models of a mixture: model m has the words of counter (m, 0, 2^31 + 1, 0)</description></item>
/// </list>
/// </summary>
public static class RandomStreams
{
    private const uint Days = 1u << 30;

    private const uint ComponentSeeds = Component + 1;

    /// <summary>Which model of a mixture.</summary>
    public const uint Component = 1u << 31;

    /// <summary>Steps that have streams of their own.</summary>
    public const int Steps = 1 << 30;

    public static uint NormalsOf(int step) => Checked(step);

    public static uint DayOf(int step) => Days + Checked(step);

    /// <summary>The seed under which a model of a mixture draws: another key, hence other streams than the run's and every other model's.</summary>
    public static ulong SeedOf(ulong seed, int component)
    {
        ScalarWord c0 = ScalarWord.Of((uint)component), c1 = ScalarWord.Of(0), c2 = ScalarWord.Of(ComponentSeeds), c3 = ScalarWord.Of(0);
        Philox.Apply(ref c0, ref c1, ref c2, ref c3, (uint)seed, (uint)(seed >> 32));
        return (ulong)c1.a << 32 | c0.a;
    }

    private static uint Checked(int step)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(step);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(step, Steps);
        return (uint)step;
    }
}
