using GpuRisk.Domain.Scenarios;

namespace GpuRisk.Simulation.Tests.Scenarios;

/// <summary>What holds for whatever scenarios are drawn from.</summary>
public sealed class EveryModelTests
{
    public static TheoryData<int> Models => [.. Enumerable.Range(0, TestModels.All().Count)];

    [Theory]
    [MemberData(nameof(Models))]
    public void A_draw_depends_on_its_number_alone(int index)
    {
        ScenarioModel model = TestModels.All()[index];
        const int count = 1_000;
        double[][] all = Draws.First(model, count, 9);
        var random = new SplitMix(1);
        // Any numbers in any order, more than once, in batches of any size: as a replay asks for them.
        foreach (int batch in new[] { 1, 2, 15, 16, 17, 100, 333 })
        {
            uint[] numbers = [.. Enumerable.Range(0, batch).Select(_ => (uint)random.Below(count))];
            double[][] some = Draws.Of(model, 9, numbers);
            for (int f = 0; f < model.Factors.Count; f++)
            {
                for (int i = 0; i < batch; i++)
                    Assert.Equal(all[f][numbers[i]], some[f][i]);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Another_seed_gives_other_draws(int index)
    {
        ScenarioModel model = TestModels.All()[index];
        double[] one = Draws.First(model, 50)[0];
        foreach (ulong seed in new ulong[] { 0, 2, 1UL << 32, ulong.MaxValue })
            Assert.NotEqual(one, Draws.First(model, 50, seed)[0]);
    }
}
