using GpuRisk.Kernels.Lanes;

namespace GpuRisk.Kernels.Tests;

public sealed class NormalsTests
{
    private const ulong Seed = 20_260_101;

    [Fact]
    public void A_normal_is_the_quantile_of_two_words_of_its_counter()
    {
        // The published words of counter 0 and key 0.
        double first = ScalarReal.Uniform(ScalarWord.Of(0x6627e8d5u), ScalarWord.Of(0xe169c58du)).a;
        double second = ScalarReal.Uniform(ScalarWord.Of(0xbc57ac4cu), ScalarWord.Of(0x9b00dbd8u)).a;
        double[] normals = Draw(scenarios: 1, seed: 0);
        Assert.Equal([ScalarMath.NormalQuantile(first), ScalarMath.NormalQuantile(second)], normals);
    }

    [Fact]
    public void Normals_have_the_moments_of_a_standard_normal()
    {
        double[] normals = Draw(scenarios: 100_000, Seed);
        Assert.Equal(0, normals.Average(), Tolerance.SampleMoment);
        Assert.Equal(1, normals.Average(z => z * z), Tolerance.SampleMoment);
        Assert.Equal(0.01, normals.Count(z => z < -2.3263478740408408) / (double)normals.Length, Tolerance.SampleTail);
        Assert.Equal(normals.Length, normals.Distinct().Count());
    }

    /// <summary>Two normals of each scenario.</summary>
    private static unsafe double[] Draw(int scenarios, ulong seed)
    {
        var normals = new double[2 * scenarios];
        fixed (double* first = normals)
        {
            for (uint s = 0; s < scenarios; s++)
            {
                uint number = s;
                ScenarioKernels.Normals(
                    0, 0, new Words<ScalarWord>(&number), 0, 0, (uint)seed, (uint)(seed >> 32), 1, new Reals<ScalarReal, ScalarWord>(first + 2 * s));
            }
        }
        return normals;
    }
}
