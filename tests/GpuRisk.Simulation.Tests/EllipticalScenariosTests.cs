using GpuRisk.Accelerators;
using GpuRisk.Accelerators.Cpu;
using GpuRisk.Domain.Market;
using GpuRisk.Domain.Scenarios;
using GpuRisk.Simulation.Scenarios;

namespace GpuRisk.Simulation.Tests;

public sealed class EllipticalScenariosTests
{
    private const int Draws = 200_000;

    [Fact]
    public void Draws_have_the_model_s_moments_and_correlation()
    {
        EllipticalModel model = MixedBook.Model();
        int n = model.Factors.Count;
        double[] shocks = Draw(model, 1, [.. Enumerable.Range(0, Draws).Select(i => (uint)i)]);
        var unit = new double[n][];
        for (int f = 0; f < n; f++)
        {
            unit[f] = [.. shocks.AsSpan(f * Draws, Draws).ToArray().Select(x => x / model.Volatilities[f])];
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
    public void A_draw_depends_on_its_number_alone()
    {
        EllipticalModel model = MixedBook.Model();
        int n = model.Factors.Count;
        const int count = 1_000;
        double[] all = Draw(model, 9, [.. Enumerable.Range(0, count).Select(i => (uint)i)]);
        var random = new SplitMix(1);
        // Any numbers in any order, more than once, in batches of any size: as a replay asks for them.
        foreach (int batch in new[] { 1, 2, 15, 16, 17, 100, 333 })
        {
            uint[] numbers = [.. Enumerable.Range(0, batch).Select(_ => (uint)random.Below(count))];
            double[] some = Draw(model, 9, numbers);
            for (int f = 0; f < n; f++)
            {
                for (int i = 0; i < batch; i++)
                    Assert.Equal(all[f * count + numbers[i]], some[f * batch + i]);
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

    [Fact]
    public void Another_seed_gives_other_draws()
    {
        uint[] numbers = [.. Enumerable.Range(0, 50).Select(i => (uint)i)];
        double[] one = Draw(MixedBook.Model(), 1, numbers);
        Assert.Equal(one, Draw(MixedBook.Model(), 1, numbers));
        foreach (ulong seed in new ulong[] { 0, 2, 1UL << 32, ulong.MaxValue })
            Assert.Empty(one.Intersect(Draw(MixedBook.Model(), seed, numbers)));
    }

    /// <summary>Shocks of the numbered scenarios, factor by factor.</summary>
    private static double[] Draw(EllipticalModel model, ulong seed, uint[] numbers)
    {
        using Accelerator accelerator = new CpuAccelerator(1);
        using var stage = new EllipticalScenarios(accelerator, model, seed);
        int unit = accelerator.ItemGranularity;
        int stride = (numbers.Length + unit - 1) / unit * unit;
        uint[] padded = [.. numbers, .. Enumerable.Repeat(numbers[^1], stride - numbers.Length)];
        using DeviceBuffer<uint> held = accelerator.Upload<uint>(padded);
        using DeviceBuffer<double> scratch = accelerator.Allocate<double>((long)stage.ScratchRows * stride);
        using DeviceBuffer<double> shocks = accelerator.Allocate<double>((long)model.Factors.Count * stride);
        accelerator.ForEach(1, (queue, _) => stage.Launch(queue, held, 0, numbers.Length, stride, scratch, shocks), CancellationToken.None);
        var drawn = new double[model.Factors.Count * numbers.Length];
        for (int f = 0; f < model.Factors.Count; f++)
            accelerator.Read(shocks, (long)f * stride, drawn.AsSpan(f * numbers.Length, numbers.Length));
        return drawn;
    }
}
