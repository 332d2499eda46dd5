using BenchmarkDotNet.Attributes;
using GpuRisk.Accelerators.Launches;

namespace GpuRisk.Benchmarks.Suites;

/// <summary>The streaming selection of the worst 121 of 10,000 scenarios: a first block, whose threshold comes from minima.</summary>
public class TailSelectSuite : LaneKernelSuite
{
    private const int AccountCount = 16;
    private const int Scenarios = 10_000;
    private const int Stride = 10_016;
    private const int Keep = 121;
    private const int Capacity = 3 * Keep + 16;

    private TailSelectLaunch select;

    [Benchmark, Elements(AccountCount * Scenarios, "profits")]
    public void Select() => LaunchScalar(select, AccountCount);

    /// <summary>A first block begins anew, so every call does the same work.</summary>
    protected override void Prepare()
    {
        var tail = new TailBuffers(
            Keep, Capacity, Allocate<double>(AccountCount * Capacity), Allocate<int>(AccountCount * Capacity), Allocate<int>(AccountCount),
            Allocate<double>(AccountCount));
        select = new TailSelectLaunch(tail, Scenarios, 0, Stride, Uniform(AccountCount * Stride, -1, 1));
    }
}
