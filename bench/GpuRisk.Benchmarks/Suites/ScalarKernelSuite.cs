using BenchmarkDotNet.Attributes;
using GpuRisk.Accelerators;
using GpuRisk.Accelerators.Launches;
using GpuRisk.Benchmarks.Jobs;

namespace GpuRisk.Benchmarks.Suites;

/// <summary>The kernels that know no lanes.</summary>
public class ScalarKernelSuite : KernelSuite
{
    private const int Factors = 64;
    private const int Tile = 256;
    private const int AccountCount = 64;
    private const int PositionsAnAccount = 50;
    private const int EntriesAnAccount = 100;
    private const int Instruments = 500;
    private const int Columns = 1024;

    private GatherLaunch gather;
    private ContributionsLaunch contributions;

    [Benchmark, Elements(Factors * Tile, "shocks")]
    public void Gather() => LaunchScalar(gather, Tile);

    [Benchmark, Elements(AccountCount * PositionsAnAccount * EntriesAnAccount, "positions x tail scenarios")]
    public void Contributions() => LaunchScalar(contributions, AccountCount);

    protected override void Prepare()
    {
        DeviceBuffer<uint> scenarios = Upload<uint>([.. Enumerable.Range(0, Tile).Select(i => (uint)i)]);
        gather = new GatherLaunch(Factors, scenarios, 0, Tile, Uniform(Factors * Tile, -1, 1), Tile, Allocate<double>(Factors * Tile));
        contributions = new ContributionsLaunch(
            Upload<int>(Starts(PositionsAnAccount)), Upload<int>(Indices(41, AccountCount * PositionsAnAccount, Instruments)),
            Upload<int>(Starts(EntriesAnAccount)), Upload<int>(TailColumns()), Uniform(AccountCount * EntriesAnAccount, 0, 0.01),
            Columns, Uniform(Instruments * Columns, -1, 1), Allocate<double>(AccountCount * PositionsAnAccount));
    }

    private static int[] Starts(int anAccount) => [.. Enumerable.Range(0, AccountCount + 1).Select(a => a * anAccount)];

    private static int[] Indices(ulong stream, int count, int below) =>
        [.. Enumerable.Range(0, count).Select(i => (int)(JobHash.Bits(stream, (ulong)i) % (ulong)below))];

    /// <summary>Each account's columns ascend, as in a replay.</summary>
    private static int[] TailColumns() =>
        [.. Indices(42, AccountCount * EntriesAnAccount, Columns).Chunk(EntriesAnAccount).SelectMany(own => own.Order())];
}
