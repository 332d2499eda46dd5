using GpuRisk.Accelerators;
using GpuRisk.Domain.Portfolios;
using GpuRisk.Simulation.Aggregation;
using GpuRisk.Simulation.Revaluation;
using GpuRisk.Simulation.Scenarios;

namespace GpuRisk.Simulation;

/// <summary>
/// The pipeline of a run: scenarios, revaluation of each instrument once a scenario, aggregation to accounts, and whoever consumes
/// the accounts' profits. Holds no matrix of instruments x scenarios or accounts x scenarios, beyond one block within the budget.
/// </summary>
public sealed class Simulator : IDisposable
{
    /// <summary>Into how many parts a stage of a shared tile is cut for each queue, so that none waits long for the last.</summary>
    private const int PartsAQueue = 4;

    private const int NumbersAWrite = 1 << 16;

    private readonly Accelerator accelerator;
    private readonly Revaluer revaluer;
    private readonly Aggregator aggregator;
    private readonly MarketBuffers[] markets;
    private readonly TileBuffers[] tiles;
    private readonly DeviceBuffer<double> profits;
    private readonly DeviceBuffer<uint> numbers;

    /// <param name="consumerBytes">Memory that the consumers of the run take, counted in the budget.</param>
    public Simulator(Accelerator accelerator, Revaluer revaluer, PositionTable positions, int scenarios, PlanOptions options, long consumerBytes)
    {
        ArgumentNullException.ThrowIfNull(accelerator);
        ArgumentNullException.ThrowIfNull(revaluer);
        ArgumentNullException.ThrowIfNull(positions);
        using var guard = new AllocationGuard();
        this.accelerator = accelerator;
        this.revaluer = revaluer;
        InstrumentTable table = revaluer.Table;
        Plan = SimulationPlan.Make(
            accelerator, options, scenarios, table.ProfitRows + PositionSegments.CountOf(positions) * sizeof(double) / options.Precision.ProfitBytes(),
            positions.Accounts.Count, MarketBuffers.BytesAScenario(table, revaluer.Scenarios), Aggregator.Bytes(positions) + consumerBytes);
        int[] owners = [.. Enumerable.Range(0, Plan.SharesTile ? 1 : accelerator.Queues)];
        markets = [.. owners.Select(_ => guard.Hold(new MarketBuffers(accelerator, table, revaluer.Scenarios, Plan.Tile * Plan.MarketTiles)))];
        aggregator = guard.Hold(new Aggregator(accelerator, positions, table, Plan.Tile, owners.Length));
        tiles = [.. owners.Select(_ => guard.Hold(new TileBuffers(accelerator, table, Plan.Tile, options.Precision)))];
        profits = guard.Hold(accelerator.Allocate<double>(Math.Max(1, (long)positions.Accounts.Count * Plan.Block)));
        numbers = accelerator.Allocate<uint>(Plan.Block);
        guard.Release();
    }

    public SimulationPlan Plan { get; }

    /// <param name="progress">Told the number of scenarios that are done.</param>
    public void Run(IReadOnlyList<IProfitConsumer> consumers, IProgress<int>? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(consumers);
        for (int block = 0; block < Plan.Blocks; block++)
        {
            int first = block * Plan.Block;
            int scenarios = Math.Min(Plan.Block, Plan.Scenarios - first);
            Number(first);
            int count = (scenarios + Plan.Tile - 1) / Plan.Tile;
            var filled = new ProfitBlock(profits, aggregator.Accounts, Plan.Block, first, scenarios);
            if (Plan.SharesTile)
            {
                for (int tile = 0; tile < count; tile++)
                    ShareTile(tile, filled, cancellation);
            }
            else
            {
                int parts = (count + Plan.MarketTiles - 1) / Plan.MarketTiles;
                accelerator.ForEach(parts, (queue, part) => RunTiles(queue, part * Plan.MarketTiles, filled), cancellation);
            }
            foreach (IProfitConsumer consumer in consumers)
                consumer.Consume(accelerator, filled, cancellation);
            accelerator.Synchronize();
            progress?.Report(first + scenarios);
        }
    }

    public void Dispose()
    {
        aggregator.Dispose();
        foreach (MarketBuffers market in markets)
            market.Dispose();
        foreach (TileBuffers tile in tiles)
            tile.Dispose();
        profits.Dispose();
        numbers.Dispose();
    }

    /// <summary>One queue takes the tiles that share a market all the way.</summary>
    private void RunTiles(LaunchQueue queue, int firstTile, ProfitBlock block)
    {
        int first = firstTile * Plan.Tile;
        int end = Math.Min(block.Scenarios, first + Plan.Tile * Plan.MarketTiles);
        MarketBuffers market = markets[queue.Index];
        TileBuffers tile = tiles[queue.Index];
        revaluer.LaunchMarket(queue, market, numbers, first, end - first);
        for (int offset = first; offset < end; offset += Plan.Tile)
        {
            int items = Math.Min(Plan.Tile, end - offset);
            revaluer.LaunchOptions(queue, market, offset - first, tile, items, 0, revaluer.OptionBlocks);
            revaluer.LaunchLinears(queue, market, offset - first, tile, items);
            aggregator.LaunchSums(queue, queue.Index, tile, block, offset, 0, aggregator.SumBlocks);
            aggregator.LaunchTotals(queue, queue.Index, tile, block, offset, 0, aggregator.TotalBlocks);
        }
    }

    /// <summary>All queues take a tile together, stage by stage.</summary>
    private void ShareTile(int tile, ProfitBlock block, CancellationToken cancellation)
    {
        int offset = tile * Plan.Tile;
        int items = Math.Min(Plan.Tile, block.Scenarios - offset);
        (MarketBuffers market, TileBuffers shared) = (markets[0], tiles[0]);
        accelerator.ForEach(1, (queue, _) => revaluer.LaunchMarket(queue, market, numbers, offset, items), cancellation);
        ForEachPart(revaluer.OptionBlocks, (queue, first, count) => revaluer.LaunchOptions(queue, market, 0, shared, items, first, count), cancellation);
        accelerator.ForEach(1, (queue, _) => revaluer.LaunchLinears(queue, market, 0, shared, items), cancellation);
        ForEachPart(aggregator.SumBlocks, (queue, first, count) => aggregator.LaunchSums(queue, 0, shared, block, offset, first, count), cancellation);
        ForEachPart(aggregator.TotalBlocks, (queue, first, count) => aggregator.LaunchTotals(queue, 0, shared, block, offset, first, count), cancellation);
    }

    private void ForEachPart(int rows, Action<LaunchQueue, int, int> body, CancellationToken cancellation) =>
        accelerator.ForEachPart(rows, Math.Max(1, rows / (accelerator.Queues * PartsAQueue)), body, cancellation);

    /// <summary>Writes the scenario numbers of a block; lanes past the last scenario repeat it.</summary>
    private void Number(int first)
    {
        var values = new uint[Math.Min(Plan.Block, NumbersAWrite)];
        for (int offset = 0; offset < Plan.Block; offset += values.Length)
        {
            int count = Math.Min(values.Length, Plan.Block - offset);
            for (int i = 0; i < count; i++)
                values[i] = (uint)Math.Min((long)first + offset + i, Plan.Scenarios - 1);
            accelerator.Write<uint>(values.AsSpan(0, count), numbers, offset);
        }
    }
}
