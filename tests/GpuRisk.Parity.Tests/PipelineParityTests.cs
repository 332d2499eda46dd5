using GpuRisk.Accelerators.Cpu;
using GpuRisk.Parity.Probe;

namespace GpuRisk.Parity.Tests;

/// <summary>A run's tails do not depend on how the run is cut up.</summary>
public sealed class PipelineParityTests
{
    /// <summary>Not a multiple of any tile, so that the last one is short.</summary>
    private const int Scenarios = 2_333;

    [Theory]
    [InlineData(PipelineCases.Gaussian)]
    [InlineData(PipelineCases.Given)]
    [InlineData(PipelineCases.CopulaPath)]
    [InlineData(PipelineCases.Mixture)]
    [InlineData(PipelineCases.QuasiRandomPath)]
    [InlineData(PipelineCases.Tilted)]
    public void Tails_do_not_depend_on_width_tile_threads_or_blocks(string name)
    {
        ulong[] expected = Run(name, LaneWidth.Scalar, 1, new Cut(32, null), out int blocks);
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
                        string? difference = Bits.Difference(expected, Run(name, width, threads, cut, out blocks));
                        Assert.True(difference is null, $"{name}, {width}, {threads} threads, {cut}: {difference}");
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
        ulong[] longer = PipelineCases.Run(accelerator, PipelineCases.Gaussian, 2 * Scenarios, new Cut(null, null), out _);
        ulong[] shorter = PipelineCases.Run(accelerator, PipelineCases.Gaussian, Scenarios, new Cut(null, null), out _);
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

    private static ulong[] Run(string name, LaneWidth width, int threads, Cut cut, out int blocks)
    {
        using var accelerator = new CpuAccelerator(threads, width);
        return PipelineCases.Run(accelerator, name, Scenarios, cut, out blocks);
    }
}
