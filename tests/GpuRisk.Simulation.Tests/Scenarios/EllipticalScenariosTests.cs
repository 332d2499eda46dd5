using GpuRisk.Domain.Scenarios;
using GpuRisk.Simulation.Scenarios;
using GpuRisk.Simulation.Scenarios.Normals;

namespace GpuRisk.Simulation.Tests.Scenarios;

public sealed class EllipticalScenariosTests
{
    private const int Count = 200_000;

    [Fact]
    public void Draws_have_the_model_s_moments_and_correlation()
    {
        EllipticalModel model = MixedBook.Model();
        int n = model.Factors.Count;
        double[] shocks = Draw(model, 1, [.. Enumerable.Range(0, Count).Select(i => (uint)i)]);
        var unit = new double[n][];
        for (int f = 0; f < n; f++)
        {
            unit[f] = [.. shocks.AsSpan(f * Count, Count).ToArray().Select(x => x / model.Volatilities[f])];
            Assert.Equal(0, unit[f].Average(), Tolerance.SampleMoment);
            Assert.Equal(1, unit[f].Average(x => x * x), Tolerance.SampleMoment);
            Assert.Equal(0, unit[f].Average(x => x * x * x), Tolerance.SampleThirdMoment);
            Assert.Equal(3, unit[f].Average(x => x * x * x * x), Tolerance.SampleFourthMoment);
        }
        for (int f = 0; f < n; f++)
        {
            for (int g = 0; g < f; g++)
            {
                double correlation = Enumerable.Range(0, n).Sum(k => model.Cholesky[f * n + k] * model.Cholesky[g * n + k]);
                Assert.Equal(correlation, unit[f].Zip(unit[g], (a, b) => a * b).Average(), Tolerance.SampleMoment);
            }
        }
    }

    [Fact]
    public void Factors_appended_to_the_model_leave_the_others_draws_alone()
    {
        uint[] numbers = [.. Enumerable.Range(0, 100).Select(i => (uint)i)];
        EllipticalModel whole = MixedBook.Model();
        int n = whole.Factors.Count;
        foreach (int kept in new[] { 1, 2, 3, 6 })
        {
            var part = new EllipticalModel
            {
                Factors = [.. whole.Factors.Take(kept)],
                Volatilities = [.. whole.Volatilities.Take(kept)],
                Cholesky = [.. Enumerable.Range(0, kept * kept).Select(i => whole.Cholesky[i / kept * n + i % kept])],
                Name = "part",
            };
            Assert.Equal(Draw(whole, 5, numbers)[..(kept * 100)], Draw(part, 5, numbers));
        }
    }

    /// <summary>A zero more in a sum of fused additions changes no bit.</summary>
    [Fact]
    public void A_full_matrix_that_is_the_Cholesky_factor_gives_the_same_bits()
    {
        EllipticalModel model = MixedBook.Model();
        uint[] numbers = [.. Enumerable.Range(0, 100).Select(i => (uint)i)];
        double[][] full = Draws.Of(
            numbers, accelerator => new EllipticalScenarios(accelerator, model, new PhiloxNormals(model.Factors.Count, 5), model.Cholesky));
        Assert.Equal(Draws.Of(model, 5, numbers), full);
    }

    [Fact]
    public void A_full_matrix_is_multiplied_whole()
    {
        EllipticalModel model = TestModels.Elliptical(2, volatilities: [2, 3]);
        double[][] shocks = Draws.Of(
            [0], accelerator => new EllipticalScenarios(accelerator, model, new FixedNormals(accelerator, [[[0.5], [-4]]]), [0.6, 0.8, 0.8, -0.6]));
        Assert.Equal(2 * (0.6 * 0.5 - 0.8 * 4), shocks[0][0], Tolerance.Rounding);
        Assert.Equal(3 * (0.8 * 0.5 + 0.6 * 4), shocks[1][0], Tolerance.Rounding);
    }

    [Fact]
    public void Any_number_of_factors_is_correlated_alike()
    {
        // Factors are multiplied in fours: each remainder, against sums in plain order.
        for (int n = 1; n <= 13; n++)
        {
            var random = new SplitMix((ulong)n);
            double[] cholesky = [.. Enumerable.Range(0, n * n).Select(i => i % n <= i / n ? random.Normal() : 0)];
            double[][] z = [.. Enumerable.Range(0, n).Select(_ => new[] { random.Normal(), random.Normal() })];
            EllipticalModel model = TestModels.Elliptical(n, cholesky: cholesky);
            double[][] shocks = Draws.Of([0, 1], accelerator => new EllipticalScenarios(accelerator, model, new FixedNormals(accelerator, [z])));
            for (int f = 0; f < n; f++)
            {
                for (int s = 0; s < 2; s++)
                {
                    double sum = cholesky[f * n] * z[0][s];
                    for (int k = 1; k <= f; k++)
                        sum = Math.FusedMultiplyAdd(z[k][s], cholesky[f * n + k], sum);
                    Assert.Equal(sum, shocks[f][s]);
                }
            }
        }
    }

    [Fact]
    public void Another_seed_gives_other_draws()
    {
        uint[] numbers = [.. Enumerable.Range(0, 50).Select(i => (uint)i)];
        double[] one = Draw(MixedBook.Model(), 1, numbers);
        Assert.Equal(one, Draw(MixedBook.Model(), 1, numbers));
        foreach (ulong seed in new ulong[] { 0, 2, 1UL << 32, ulong.MaxValue })
            Assert.Empty(one.Intersect(Draw(MixedBook.Model(), seed, numbers)));
    }

    /// <summary>Shocks of the numbered scenarios, factor after factor.</summary>
    private static double[] Draw(EllipticalModel model, ulong seed, uint[] numbers) => [.. Draws.Of(model, seed, numbers).SelectMany(own => own)];
}
