using BenchmarkDotNet.Attributes;
using GpuRisk.Accelerators;
using GpuRisk.Accelerators.Launches;
using GpuRisk.Benchmarks.Jobs;

namespace GpuRisk.Benchmarks.Suites;

/// <summary>The last partition and sort of every account's candidates. A scalar kernel: no lanes.</summary>
public class TailFinishSuite : KernelSuite
{
    // Each call sorts fresh candidates, so it stands alone in its iteration and must be long enough to be timed.
    private const int AccountCount = 20_000;
    private const int Keep = 121;
    private const int Capacity = 3 * Keep + 16;
    private const int Candidates = 2 * Keep;

    private readonly double[] profits = new double[AccountCount * Capacity];
    private readonly int[] scenarios = new int[AccountCount * Capacity];
    private readonly int[] counts = new int[AccountCount];
    private TailBuffers tail;

    [Benchmark, Elements(AccountCount * Keep, "losses kept")]
    public void Finish() => LaunchScalar(new TailFinishLaunch(tail), AccountCount);

    [IterationSetup]
    public void Refill()
    {
        Accelerator.Write<double>(profits, tail.Profits, 0);
        Accelerator.Write<int>(scenarios, tail.Scenarios, 0);
        Accelerator.Write<int>(counts, tail.Counts, 0);
    }

    protected override void Prepare()
    {
        for (int i = 0; i < profits.Length; i++)
        {
            profits[i] = JobHash.Uniform(31, (ulong)i);
            scenarios[i] = i % Capacity;
        }
        Array.Fill(counts, Candidates);
        tail = new TailBuffers(
            Keep, Capacity, Allocate<double>(profits.Length), Allocate<int>(scenarios.Length), Allocate<int>(AccountCount), Allocate<double>(AccountCount));
    }
}
