using GpuRisk.Accelerators;
using GpuRisk.Accelerators.Cpu;
using GpuRisk.Kernels;
using GpuRisk.Simulation.Scenarios.Normals;

namespace GpuRisk.Simulation.Tests.Sampling;

public sealed class NormalSourceTests
{
    private const ulong Seed = 20_260_101;

    [Fact]
    public void Antithetic_scenarios_come_in_pairs_of_opposite_sign_and_even_ones_are_the_plain_draws()
    {
        double[][] pairs = Draw(_ => new AntitheticNormals(5, Seed), 200, step: 2), plain = Draw(_ => new PhiloxNormals(5, Seed), 100, step: 2);
        for (int k = 0; k < 5; k++)
        {
            for (int s = 0; s < 100; s++)
            {
                Assert.Equal(plain[k][s], pairs[k][2 * s]);
                Assert.Equal(-plain[k][s], pairs[k][2 * s + 1]);
            }
        }
    }

    /// <summary>Scrambling keeps a net a net: of 2^m points of a randomisation, each of 2^m intervals has one, in every dimension.</summary>
    [Fact]
    public void Scrambled_points_are_evenly_spread_in_every_dimension()
    {
        const int m = 8, randomisations = 4, points = 1 << m, dimensions = 40;
        double[][] normals = Draw(a => new SobolNormals(a, dimensions, 1, points * randomisations, randomisations, Seed), points * randomisations);
        for (int d = 0; d < dimensions; d++)
        {
            for (int r = 0; r < randomisations; r++)
            {
                int[] cells = [.. Enumerable.Range(0, points).Select(i => (int)(points * ScalarMath.NormalCdf(normals[d][i * randomisations + r]))).Order()];
                Assert.Equal(Enumerable.Range(0, points), cells);
            }
        }
    }

    /// <summary>The first two dimensions are a (0, m, 2)-net, and stay one: every box of area 2^-m with sides that are powers of two has one point.</summary>
    [Fact]
    public void Scrambled_points_are_evenly_spread_in_the_plane()
    {
        const int m = 8, points = 1 << m;
        double[][] normals = Draw(a => new SobolNormals(a, 2, 1, 8 * points, 8, Seed), 8 * points);
        for (int r = 0; r < 8; r++)
        {
            for (int first = 0; first <= m; first++)
            {
                int across = 1 << first, along = 1 << (m - first);
                int[] boxes = [.. Enumerable.Range(0, points).Select(i => i * 8 + r)
                    .Select(s => (int)(across * ScalarMath.NormalCdf(normals[0][s])) * along + (int)(along * ScalarMath.NormalCdf(normals[1][s]))).Order()];
                Assert.Equal(Enumerable.Range(0, points), boxes);
            }
        }
    }

    /// <summary>One point under many randomisations: what makes each scenario's law the model's, and the error estimate right.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(37)]
    public void A_point_is_uniform_over_randomisations(int point)
    {
        const int randomisations = 1 << 16, dimensions = 6;
        double[][] normals = Draw(a => new SobolNormals(a, dimensions, 1, 64 * randomisations, randomisations, Seed), randomisations, first: point * randomisations);
        for (int d = 0; d < dimensions; d++)
        {
            Assert.Equal(0, normals[d].Average(), Tolerance.ScrambledMoment);
            Assert.Equal(1, normals[d].Average(z => z * z), Tolerance.ScrambledSecondMoment);
            var counts = new int[256];
            foreach (double z in normals[d])
                counts[(int)(256 * ScalarMath.NormalCdf(z))]++;
            double chiSquared = counts.Sum(c => (c - 256.0) * (c - 256.0) / 256.0);
            Assert.InRange(chiSquared, Tolerance.ChiSquared255Low, Tolerance.ChiSquared255High);
            for (int other = 0; other < d; other++)
                Assert.Equal(0, normals[d].Zip(normals[other], (a, b) => a * b).Average(), Tolerance.ScrambledMoment);
        }
    }

    [Fact]
    public void Dimensions_without_direction_numbers_are_pseudo_random()
    {
        const int count = 1_113, scenarios = 20_000;
        double[][] normals = Draw(a => new SobolNormals(a, count, 1, scenarios, 16, Seed), scenarios);
        // A balanced set's mean is far nearer to 0 than a random one's.
        Assert.True(Math.Abs(normals[1_110].Average()) < 0.1 * Tolerance.SampleMoment);
        foreach (double[] random in normals[1_111..])
        {
            Assert.True(Math.Abs(random.Average()) > 1e-5);
            Assert.Equal(0, random.Average(), 3 * Tolerance.SampleMoment);
            Assert.Equal(1, random.Average(z => z * z), 4 * Tolerance.SampleMoment);
        }
    }

    [Fact]
    public void Steps_and_a_leading_last_normal_take_the_dimensions_in_their_order()
    {
        double[][] all = Draw(a => new SobolNormals(a, 6, 1, 512, 8, Seed), 512);
        for (int step = 0; step < 2; step++)
        {
            double[][] steps = Draw(a => new SobolNormals(a, 3, 2, 512, 8, Seed), 512, step);
            double[][] leading = Draw(a => new SobolNormals(a, 3, 2, 512, 8, Seed, lastLeads: true), 512, step);
            for (int k = 0; k < 3; k++)
            {
                Assert.Equal(all[3 * step + k], steps[k]);
                Assert.Equal(all[3 * step + (k + 1) % 3], leading[k]);
            }
        }
    }

    [Fact]
    public void Tilted_normals_leave_every_eighth_scenario_and_weigh_what_the_densities_say()
    {
        const int count = 400;
        double[] means = [0.5, -1.25], deviations = [1.5, 0.75];
        using Accelerator accelerator = new CpuAccelerator(1);
        double[][] plain = Draw(_ => new PhiloxNormals(2, Seed), count);
        double[][] tilted = Draw(a => new TiltedNormals(a, new PhiloxNormals(2, Seed), means, deviations), count);
        // ln of n((y - mu) / sigma) / (sigma n(y)), expanded.
        double[] ratio =
        [
            -Enumerable.Range(0, 2).Sum(k => Math.Log(deviations[k]) + means[k] * means[k] / (2 * deviations[k] * deviations[k])),
            .. Enumerable.Range(0, 2).SelectMany(k => new[] { means[k] / (deviations[k] * deviations[k]), 0.5 - 0.5 / (deviations[k] * deviations[k]) }),
        ];
        using var source = new TiltedNormals(accelerator, new PhiloxNormals(2, Seed), means, deviations);
        double[] weights = LikelihoodRatios.Of(accelerator, source, ratio, count, TestContext.Current.CancellationToken);
        for (int s = 0; s < count; s++)
        {
            double density = 1;
            for (int k = 0; k < 2; k++)
            {
                double expected = s % 8 == 0 ? plain[k][s] : Math.FusedMultiplyAdd(plain[k][s], deviations[k], means[k]);
                Assert.Equal(expected, tilted[k][s]);
                double u = (tilted[k][s] - means[k]) / deviations[k];
                density *= Math.Exp((tilted[k][s] * tilted[k][s] - u * u) / 2) / deviations[k];
            }
            Assert.Equal(1, weights[s] * (0.125 + 0.875 * density), Tolerance.DensityRatio);
        }
        Assert.InRange(weights.Max(), 0, 8);
    }

    /// <summary>Normal by normal, scenario by scenario.</summary>
    private static double[][] Draw(Func<Accelerator, INormalSource> make, int scenarios, int step = 0, int first = 0)
    {
        using Accelerator accelerator = new CpuAccelerator(1);
        using INormalSource source = make(accelerator);
        int unit = accelerator.ItemGranularity, stride = (scenarios + unit - 1) / unit * unit;
        using DeviceBuffer<uint> numbers = accelerator.Upload<uint>([.. Enumerable.Range(0, stride).Select(i => (uint)(first + Math.Min(i, scenarios - 1)))]);
        using DeviceBuffer<double> normals = accelerator.Allocate<double>((long)source.Rows * stride);
        accelerator.ForEach(1, (queue, _) => source.Launch(queue, numbers, 0, scenarios, stride, step, normals), CancellationToken.None);
        var drawn = new double[source.Count][];
        for (int k = 0; k < drawn.Length; k++)
        {
            drawn[k] = new double[scenarios];
            accelerator.Read(normals, (long)k * stride, drawn[k].AsSpan());
        }
        return drawn;
    }
}
