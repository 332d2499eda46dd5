using GpuRisk.Accelerators.Cpu;
using GpuRisk.Domain.Settings;
using GpuRisk.Parity.Probe;

namespace GpuRisk.Parity.Tests;

/// <summary>A run's tails do not depend on how the run is cut up.</summary>
public sealed class PipelineParityTests
{
    /// <summary>Not a multiple of any tile, so that the last one is short.</summary>
    private const int Scenarios = 2_333;

    [Theory]
    [InlineData(SmallModels.Gaussian, SamplingMethod.Plain)]
    [InlineData(SmallModels.Given, SamplingMethod.Plain)]
    [InlineData(SmallModels.CopulaPath, SamplingMethod.Plain)]
    [InlineData(SmallModels.Mixture, SamplingMethod.Plain)]
    [InlineData(SmallModels.CopulaPath, SamplingMethod.QuasiRandom)]
    [InlineData(SmallModels.StudentTPath, SamplingMethod.Antithetic)]
    [InlineData(SmallModels.Gaussian, SamplingMethod.Importance)]
    public void Tails_do_not_depend_on_width_tile_threads_or_blocks(string model, SamplingMethod method)
    {
        ulong[] expected = Run(model, method, LaneWidth.Scalar, 1, new Cut(32, null), out int blocks);
        Assert.Equal(1, blocks);
        foreach (LaneWidth width in Enum.GetValues<LaneWidth>())
        {
            foreach (int threads in new[] { 1, 3 })
            {
                foreach (int tile in new[] { 32, 64, 96, 256 })
                {
                    foreach (int? blockTiles in new int?[] { null, 1, 2, 5 })
                    foreach (bool shares in new[] { false, true })
                    {
                        var cut = new Cut(tile, blockTiles, shares);
                        string? difference = Bits.Difference(expected, Run(model, method, width, threads, cut, out blocks));
                        Assert.True(difference is null, $"{model}, {method}, {width}, {threads} threads, {cut}: {difference}");
                        int tiles = (Scenarios + tile - 1) / tile;
                        Assert.Equal(blockTiles is { } t ? (tiles + t - 1) / t : 1, blocks);
                    }
                }
            }
        }
    }

    [Fact]
    public void More_scenarios_leave_the_earlier_ones_as_they_were()
    {
        // The tail of a longer run, without its later scenarios, is the head of the shorter run's tail.
        using var accelerator = new CpuAccelerator(threads: 1);
        ulong[] longer = PipelineCases.Run(accelerator, SmallModels.Gaussian, SamplingMethod.Plain, 2 * Scenarios, new Cut(null, null), out _);
        ulong[] shorter = PipelineCases.Run(accelerator, SmallModels.Gaussian, SamplingMethod.Plain, Scenarios, new Cut(null, null), out _);
        int depth = (longer.Length - 42) / (2 * 12);
        Assert.Equal(longer.Length, shorter.Length);
        for (int account = 0; account < 12; account++)
        {
            (ulong, ulong)[] all = Tail(longer, account, depth), early = Tail(shorter, account, depth);
            (ulong, ulong)[] common = [.. all.Where(e => e.Item2 < Scenarios)];
            Assert.Equal(common, early.Take(common.Length));
            Assert.True(account == 5 || common.Length is > 0 && common.Length < depth, "Both halves of a run have a share in its tail.");
        }
    }

    private static (ulong Loss, ulong Scenario)[] Tail(ulong[] result, int account, int depth)
    {
        ReadOnlySpan<ulong> own = result.AsSpan(account * 2 * depth, 2 * depth);
        ulong[] scenarios = own[depth..].ToArray();
        return [.. own[..depth].ToArray().Select((loss, i) => (loss, scenarios[i]))];
    }

    private static ulong[] Run(string model, SamplingMethod method, LaneWidth width, int threads, Cut cut, out int blocks)
    {
        using var accelerator = new CpuAccelerator(threads, width);
        return PipelineCases.Run(accelerator, model, method, Scenarios, cut, out blocks);
    }
}
