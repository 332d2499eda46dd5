using GpuRisk.Domain.Scenarios;
using GpuRisk.Kernels.Lanes;
using GpuRisk.Kernels.Random;
using GpuRisk.Simulation.Scenarios;

namespace GpuRisk.Simulation.Tests.Scenarios;

/// <summary>Days drawn with replacement.</summary>
public sealed class BootstrapScenariosTests
{
    private const int Days = 250;
    private const int Count = 200_000;

    /// <summary>The change of day d is d, so that a shock tells its day; the second factor's tells it too.</summary>
    private static readonly double[][] Numbered = [.. Enumerable.Range(0, Days).Select(d => new double[] { d, 1000 + d })];

    [Fact]
    public void Days_are_drawn_equally_often()
    {
        double[] drawn = Draws.First(TestModels.Bootstrap(Numbered), Count)[0];
        double expected = (double)Count / Days;
        double chiSquared = drawn.CountBy(d => d).Sum(day => (day.Value - expected) * (day.Value - expected) / expected);
        Assert.Equal(Days, drawn.Distinct().Count());
        // Mean Days - 1, deviation sqrt(2 (Days - 1)): four of them.
        Assert.Equal(Days - 1, chiSquared, 4 * Math.Sqrt(2 * (Days - 1)));
    }

    [Fact]
    public void All_factors_come_from_the_same_day()
    {
        double[][] drawn = Draws.First(TestModels.Bootstrap(Numbered, [1, 1], steps: 1), 5_000);
        Assert.All(drawn[0].Zip(drawn[1]), pair => Assert.Equal(pair.First + 1000, pair.Second));
    }

    [Fact]
    public void A_shock_is_exactly_its_volatility_times_its_day()
    {
        double[][] drawn = Draws.First(TestModels.Bootstrap(Numbered, [0.1, 0.3]), 1_000, seed: 7);
        for (int s = 0; s < 1_000; s++)
        {
            int day = DayOf(7, s, 0);
            Assert.Equal((0.1 * day, 0.3 * (1000 + day)), (drawn[0][s], drawn[1][s]));
        }
    }

    [Fact]
    public void A_shock_of_several_steps_is_the_sum_of_their_days()
    {
        double[][] drawn = Draws.First(TestModels.Bootstrap(Numbered, steps: 3), 1_000, seed: 7);
        for (int s = 0; s < 1_000; s++)
        {
            int sum = DayOf(7, s, 0) + DayOf(7, s, 1) + DayOf(7, s, 2);
            Assert.Equal((sum, 3000 + sum), (drawn[0][s], drawn[1][s]));
        }
    }

    [Fact]
    public void Variances_go_on_along_the_drawn_days()
    {
        double[][] changes = [[0.5, -1], [-2, 0.25], [1, 3]];
        var dynamics = new VarianceDynamics([0.001, 0], [0.1, 0.03], [0.8, 0.97]);
        double[][] drawn = Draws.First(TestModels.Bootstrap(changes, [0.1, 0.2], 2, dynamics), 100, seed: 3);
        for (int s = 0; s < 100; s++)
        {
            double[] one = changes[DayOf(3, s, 0, 3)], two = changes[DayOf(3, s, 1, 3)];
            double r = 0.1 * one[0], q = 0.2 * one[1];
            Assert.Equal(r + Math.Sqrt(0.001 + 0.1 * r * r + 0.8 * 0.01) * two[0], drawn[0][s], Tolerance.Rounding);
            Assert.Equal(q + Math.Sqrt(0.03 * q * q + 0.97 * 0.04) * two[1], drawn[1][s], Tolerance.Rounding);
        }
    }

    [Fact]
    public void A_history_of_one_day_has_one_scenario() =>
        Assert.All(Draws.First(TestModels.Bootstrap([[0.25]]), 100)[0], x => Assert.Equal(0.25, x));

    /// <summary>As documented: floor(u days) at counter (scenario, 0, stream of the step, 0).</summary>
    private static int DayOf(ulong seed, int scenario, int step, int days = Days)
    {
        ScalarWord c0 = ScalarWord.Of((uint)scenario), c1 = ScalarWord.Of(0), c2 = ScalarWord.Of((1u << 30) + (uint)step), c3 = ScalarWord.Of(0);
        Philox.Apply(ref c0, ref c1, ref c2, ref c3, (uint)seed, (uint)(seed >> 32));
        return (int)(((UInt128)((ulong)c0.a << 32 | c1.a) * (UInt128)days) >> 64);
    }
}
