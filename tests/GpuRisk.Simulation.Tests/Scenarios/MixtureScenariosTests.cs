using GpuRisk.Domain.Scenarios;
using GpuRisk.Simulation.Scenarios;

namespace GpuRisk.Simulation.Tests.Scenarios;

/// <summary>Scenarios from several models.</summary>
public sealed class MixtureScenariosTests
{
    private const int Count = 100_000;

    [Fact]
    public void Each_part_has_its_share()
    {
        double[] weights = [0.5, 0.3, 0.19, 0.01];
        MixtureModel model = TestModels.Mixture([.. weights.Select((w, m) => ((ScenarioModel)Constant(m), w))]);
        double[] drawn = Draws.First(model, Count)[0];
        for (int m = 0; m < weights.Length; m++)
            Assert.Equal(weights[m], drawn.Count(x => x == m) / (double)Count, Draws.FourErrors(weights[m], Count));
    }

    [Fact]
    public void Each_scenario_is_one_part_s_own_bit_for_bit()
    {
        const ulong seed = 11;
        var mixture = (MixtureModel)TestModels.All()[^1];
        double[][] drawn = Draws.First(mixture, 5_000, seed);
        double[][][] parts = [.. mixture.Components.Select((c, m) => Draws.First(c.Model, 5_000, RandomStreams.SeedOf(seed, m)))];
        var taken = new int[parts.Length];
        for (int s = 0; s < 5_000; s++)
        {
            int own = Array.FindIndex(parts, part => part[0][s] == drawn[0][s]);
            Assert.InRange(own, 0, parts.Length - 1);
            taken[own]++;
            for (int f = 1; f < 3; f++)
                Assert.Equal(parts[own][f][s], drawn[f][s]);
        }
        for (int m = 0; m < parts.Length; m++)
            Assert.Equal(mixture.Components[m].Weight, taken[m] / 5_000.0, Draws.FourErrors(mixture.Components[m].Weight, 5_000));
    }

    [Fact]
    public void Parts_are_independent_of_one_another_and_of_the_run_s_own_draws()
    {
        EllipticalModel normal = TestModels.Elliptical(1);
        ulong[] seeds = [1, RandomStreams.SeedOf(1, 0), RandomStreams.SeedOf(1, 1), RandomStreams.SeedOf(2, 0), RandomStreams.SeedOf(1UL << 32, 0)];
        double[][] drawn = [.. seeds.Select(seed => Draws.First(normal, Count, seed)[0])];
        for (int a = 0; a < seeds.Length; a++)
        {
            for (int b = 0; b < a; b++)
                Assert.Equal(0, drawn[a].Zip(drawn[b], (x, y) => x * y).Average(), 4 / Math.Sqrt(Count));
        }
    }

    [Fact]
    public void A_mixture_of_one_is_that_model_under_its_own_seed()
    {
        EllipticalModel only = TestModels.Elliptical(3, 5);
        Assert.Equal(Draws.First(only, 500, RandomStreams.SeedOf(4, 0)), Draws.First(TestModels.Mixture((only, 1)), 500, 4));
    }

    [Fact]
    public void A_mixture_of_mixtures_has_the_shares_of_their_products()
    {
        MixtureModel model = TestModels.Mixture((TestModels.Mixture((Constant(0), 0.5), (Constant(1), 0.5)), 0.4), (Constant(2), 0.6));
        double[] drawn = Draws.First(model, Count)[0];
        Assert.Equal(0.2, drawn.Count(x => x == 0) / (double)Count, Draws.FourErrors(0.2, Count));
        Assert.Equal(0.2, drawn.Count(x => x == 1) / (double)Count, Draws.FourErrors(0.2, Count));
        Assert.Equal(0.6, drawn.Count(x => x == 2) / (double)Count, Draws.FourErrors(0.6, Count));
    }

    private static BootstrapModel Constant(double value) => TestModels.Bootstrap([[value]]);
}
