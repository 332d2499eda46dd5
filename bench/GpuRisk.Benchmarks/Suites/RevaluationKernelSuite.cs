using BenchmarkDotNet.Attributes;
using GpuRisk.Accelerators;
using GpuRisk.Accelerators.Launches;
using GpuRisk.Kernels.Lanes;
using GpuRisk.Benchmarks.Jobs;
using GpuRisk.Simulation;
using GpuRisk.Simulation.Aggregation;
using GpuRisk.Simulation.Revaluation;
using GpuRisk.Simulation.Scenarios;

namespace GpuRisk.Benchmarks.Suites;

/// <summary>Pricing and aggregation of the reference job's book, one tile of scenarios.</summary>
public class RevaluationKernelSuite : LaneKernelSuite
{
    private const int Instruments = 2000;
    private const int OptionCount = Instruments / 10 * 9;
    private const int LinearCount = Instruments - OptionCount;
    private const int AccountCount = 200;
    private const int PositionsAnAccount = 50;
    private const int Tile = 64;
    private const int AccountBlock = 16;

    private Revaluer revaluer = null!;
    private MarketBuffers market = null!;
    private TileBuffers tile = null!;
    private AccountsLaunch<Binary64> accounts;

    [Benchmark, Elements(OptionCount * Tile, "prices")]
    public void Options() => Accelerator.ForEach(1, (queue, _) => revaluer.LaunchOptions(queue, market, 0, tile, Tile, 0, revaluer.OptionBlocks), default);

    [Benchmark, Elements(LinearCount * Tile, "prices")]
    public void Linear() => Accelerator.ForEach(1, (queue, _) => revaluer.LaunchLinears(queue, market, 0, tile, Tile), default);

    [Benchmark, Elements(AccountCount * PositionsAnAccount * Tile, "positions x scenarios")]
    public void Accounts() => Launch(accounts, Tile / 2, (AccountCount + AccountBlock - 1) / AccountBlock);

    protected override void Prepare()
    {
        var job = new ReferenceJob(Instruments, Tile, AccountCount);
        InstrumentTable table = InstrumentCompiler.Compile(job.Book, job.Shocks.Factors);
        GivenScenarios scenarios = Hold(new GivenScenarios(Accelerator, job.Shocks));
        revaluer = Hold(new Revaluer(Accelerator, table, scenarios));
        market = Hold(new MarketBuffers(Accelerator, table, scenarios, Tile));
        tile = Hold(new TileBuffers(Accelerator, table, Tile, Precision.Double));
        DeviceBuffer<uint> numbers = Upload<uint>([.. Enumerable.Range(0, Tile).Select(i => (uint)i)]);
        Accelerator.ForEach(1, (queue, _) => revaluer.LaunchMarket(queue, market, numbers, 0, Tile), default);
        PositionBuffers positions = Hold(new PositionBuffers(Accelerator, job.Book.Positions, table));
        accounts = new AccountsLaunch<Binary64>(
            Tile / 2, AccountBlock, AccountCount, positions.RowStart, positions.ProfitRows, positions.Quantities, Tile, tile.Profits, Tile, 0,
            Allocate<double>(AccountCount * Tile));
    }
}
