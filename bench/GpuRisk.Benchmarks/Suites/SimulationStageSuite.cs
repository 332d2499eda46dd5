using BenchmarkDotNet.Attributes;
using GpuRisk.Accelerators;
using GpuRisk.Accelerators.Cpu;
using GpuRisk.Accelerators.Launches;
using GpuRisk.Kernels.Lanes;
using GpuRisk.Calibration;
using GpuRisk.Domain.Portfolios;
using GpuRisk.Domain.Scenarios;
using GpuRisk.Margin;
using GpuRisk.Simulation;
using GpuRisk.Simulation.Aggregation;
using GpuRisk.Simulation.Attribution;
using GpuRisk.Simulation.Revaluation;
using GpuRisk.Simulation.Scenarios;
using GpuRisk.Simulation.Tails;

namespace GpuRisk.Benchmarks.Suites;

/// <summary>The stages of a simulation one by one, each over all its scenarios and on every processor.</summary>
public class SimulationStageSuite : IDisposable
{
    private const int Tile = 64;
    private const int Tiles = (StageBook.Scenarios + Tile - 1) / Tile;
    private const int Stride = Tiles * Tile;
    private const int AccountBlock = 16;

    private readonly Stack<IDisposable> held = [];
    private Accelerator accelerator = null!;
    private Revaluer revaluer = null!;
    private MarketBuffers[] markets = null!;
    private TileBuffers[] tiles = null!;
    private DeviceBuffer<uint> numbers = null!;
    private PositionBuffers positions = null!;
    private ProfitBlock block;
    private AccountMargins margins = null!;
    private TailReplay replay = null!;
    private TailWeights weights = null!;

    [GlobalSetup]
    public void SetUp()
    {
        Book book = StageBook.Make();
        CalibratedModel model = ModelCalibration.Calibrate(book.History, book.Settings.Calibration, book.Settings.Simulation);
        accelerator = Hold(new CpuAccelerator());
        EllipticalScenarios scenarios = Hold(new EllipticalScenarios(accelerator, (EllipticalModel)model.Model, book.Settings.Simulation.Seed));
        InstrumentTable table = InstrumentCompiler.Compile(book, scenarios.Factors);
        revaluer = Hold(new Revaluer(accelerator, table, scenarios));
        int[] queues = [.. Enumerable.Range(0, accelerator.Queues)];
        markets = [.. queues.Select(_ => Hold(new MarketBuffers(accelerator, table, scenarios, Tile)))];
        tiles = [.. queues.Select(_ => Hold(new TileBuffers(accelerator, table, Tile, Precision.Double)))];
        numbers = Hold(accelerator.Upload<uint>([.. Enumerable.Range(0, Stride).Select(i => (uint)i)]));
        positions = Hold(new PositionBuffers(accelerator, book.Positions, table));
        block = new ProfitBlock(Hold(accelerator.Allocate<double>((long)positions.Accounts * Stride)), positions.Accounts, Stride, 0, StageBook.Scenarios);
        margins = new AccountMargins(book.Settings.Margin, StageBook.Scenarios);
        replay = new TailReplay(accelerator, revaluer, book.Positions, new PlanOptions());
        Fill();
        weights = margins.Weights(Tail());
    }

    [GlobalCleanup]
    public void CleanUp()
    {
        while (held.TryPop(out IDisposable? item))
            item.Dispose();
    }

    [Benchmark, Elements(StageBook.Scenarios, "scenarios")]
    public void Scenarios() => ForEachTile((queue, _, i) => revaluer.LaunchMarket(queue, markets[queue.Index], numbers, i * Tile, Tile));

    [Benchmark, Elements((long)StageBook.Instruments * StageBook.Scenarios, "prices")]
    public void Revaluation() => ForEachTile((queue, tile, _) => Price(queue, tile));

    [Benchmark, Elements((long)StageBook.Accounts * StageBook.Scenarios, "account profits")]
    public void Aggregation() => ForEachTile(Aggregate);

    [Benchmark, Elements((long)StageBook.Accounts * StageBook.Scenarios, "account profits")]
    public TailSet Tail()
    {
        using var selection = new TailSelection(accelerator, positions.Accounts, margins.Depth);
        selection.Consume(accelerator, block, default);
        return selection.Finish(accelerator, default);
    }

    [Benchmark, Elements(StageBook.Accounts, "accounts")]
    public double[] Attribution() => replay.Run(weights, default);

    public void Dispose()
    {
        CleanUp();
        GC.SuppressFinalize(this);
    }

    private T Hold<T>(T item)
        where T : IDisposable
    {
        held.Push(item);
        return item;
    }

    private void ForEachTile(Action<LaunchQueue, TileBuffers, int> body) =>
        accelerator.ForEach(Tiles, (queue, i) => body(queue, tiles[queue.Index], i), default);

    private void Price(LaunchQueue queue, TileBuffers tile)
    {
        MarketBuffers market = markets[queue.Index];
        revaluer.LaunchOptions(queue, market, 0, tile, Tile, 0, revaluer.OptionBlocks);
        revaluer.LaunchLinears(queue, market, 0, tile, Tile);
    }

    private void Aggregate(LaunchQueue queue, TileBuffers tile, int i) => queue.Launch(
        new AccountsLaunch<Binary64>(
            Tile / 2, AccountBlock, positions.Accounts, positions.RowStart, positions.ProfitRows, positions.Quantities, Tile, tile.Profits, Stride,
            i * Tile, block.Profits),
        Tile / 2, 0, (positions.Accounts + AccountBlock - 1) / AccountBlock);

    /// <summary>The profits of every account, so that each stage finds what the one before it leaves.</summary>
    private void Fill() => ForEachTile((queue, tile, i) =>
    {
        revaluer.LaunchMarket(queue, markets[queue.Index], numbers, i * Tile, Tile);
        Price(queue, tile);
        Aggregate(queue, tile, i);
    });
}
