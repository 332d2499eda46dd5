using GpuRisk.Data.Samples;

namespace GpuRisk.Data.Tests.Samples;

public sealed class SplitMix64Tests
{
    /// <summary>Source: the known answers of the reference implementation (Vigna, splitmix64.c) for seed 1234567, as listed by Rosetta Code.</summary>
    [Fact]
    public void Known_answers_of_seed_1234567()
    {
        SplitMix64 random = new(1234567);
        ulong[] expected =
            [6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821];
        Assert.Equal(expected, Enumerable.Range(0, 5).Select(_ => random.Next()));
    }

    [Fact]
    public void Normals_have_the_moments_of_a_sum_of_twelve_uniforms()
    {
        const int count = 200_000;
        SplitMix64 random = SplitMix64.Stream(7, 3);
        double sum = 0, square = 0, fourth = 0;
        for (int i = 0; i < count; i++)
        {
            double z = random.NextNormal();
            sum += z;
            square += z * z;
            fourth += z * z * z * z;
        }
        Assert.InRange(sum / count, -Tolerance.SampleMoment, Tolerance.SampleMoment);
        Assert.InRange(square / count, 1 - Tolerance.SampleMoment, 1 + Tolerance.SampleMoment);
        Assert.InRange(fourth / square / square * count, 2.9 - 5 * Tolerance.SampleMoment, 2.9 + 5 * Tolerance.SampleMoment);
    }

    [Fact]
    public void Streams_of_one_seed_differ_and_bounds_hold()
    {
        Assert.NotEqual(SplitMix64.Stream(1, 0).Next(), SplitMix64.Stream(1, 1).Next());
        SplitMix64 random = new(1);
        for (int i = 0; i < 10_000; i++)
        {
            Assert.InRange(random.NextBelow(7), 0, 6);
            double u = random.NextUniform();
            Assert.True(u is > 0 and < 1);
        }
    }
}
