using GpuRisk.Accelerators;
using GpuRisk.Accelerators.Launches;
using GpuRisk.Kernels.Lanes;
using GpuRisk.Simulation.Scenarios;

namespace GpuRisk.Simulation.Revaluation;

/// <summary>An <see cref="InstrumentTable"/> on a device: from scenario numbers to the profit of every instrument.</summary>
public sealed class Revaluer : IDisposable
{
    /// <summary>Options a launch row, at most: long enough to spread the call, short enough to share among queues.</summary>
    public const int LargestOptionBlock = 64;

    private readonly DeviceBuffer<double> optionReals;
    private readonly DeviceBuffer<int> optionRows;
    private readonly DeviceBuffer<double> linearReals;
    private readonly DeviceBuffer<int> linearRows;
    private readonly DeviceBuffer<int> marketFactors;
    private readonly DeviceBuffer<double> marketWeights;

    public Revaluer(Accelerator accelerator, InstrumentTable table, IScenarioStage scenarios)
    {
        ArgumentNullException.ThrowIfNull(accelerator);
        ArgumentNullException.ThrowIfNull(table);
        using var guard = new AllocationGuard();
        Table = table;
        Scenarios = scenarios;
        OptionBlock = RowBlock.Of(accelerator, table.Options, LargestOptionBlock);
        optionReals = guard.Hold(accelerator.Upload<double>(table.OptionReals));
        optionRows = guard.Hold(accelerator.Upload<int>(table.OptionRows));
        linearReals = guard.Hold(accelerator.Upload<double>(table.LinearReals));
        linearRows = guard.Hold(accelerator.Upload<int>(table.LinearRows));
        marketFactors = guard.Hold(accelerator.Upload<int>(table.MarketFactors));
        marketWeights = guard.Hold(accelerator.Upload<double>(table.MarketWeights));
        guard.Release();
    }

    public InstrumentTable Table { get; }

    public IScenarioStage Scenarios { get; }

    /// <summary>Options that a work item prices one after the other.</summary>
    public int OptionBlock { get; }

    public int OptionBlocks => (Table.Options + OptionBlock - 1) / OptionBlock;

    /// <summary>Shocks and market rows of <paramref name="items"/> scenarios, numbered by <paramref name="numbers"/> from <paramref name="first"/> on.</summary>
    public void LaunchMarket(LaunchQueue queue, MarketBuffers market, DeviceBuffer<uint> numbers, int first, int items)
    {
        ArgumentNullException.ThrowIfNull(queue);
        ArgumentNullException.ThrowIfNull(market);
        Scenarios.Launch(queue, numbers, first, items, market.Stride, market.Scratch, market.Shocks);
        queue.Launch(new MoveLaunch(marketFactors, marketWeights, market.Stride, market.Shocks, market.Logs, market.Ratios), items, 0, Table.MarketRows);
    }

    /// <summary>
    /// Profits of the options in blocks firstBlock to firstBlock + blocks - 1, over the <paramref name="items"/> scenarios of
    /// <paramref name="market"/> that start at <paramref name="offset"/>.
    /// </summary>
    public void LaunchOptions(LaunchQueue queue, MarketBuffers market, int offset, TileBuffers tile, int items, int firstBlock, int blocks)
    {
        ArgumentNullException.ThrowIfNull(queue);
        ArgumentNullException.ThrowIfNull(market);
        ArgumentNullException.ThrowIfNull(tile);
        if (tile.Precision == Precision.Mixed)
            queue.Launch(Options<Binary32>(market, offset, tile), items, firstBlock, blocks);
        else
            queue.Launch(Options<Binary64>(market, offset, tile), items, firstBlock, blocks);
    }

    /// <summary>Profits of the linear contracts, over the same scenarios.</summary>
    public void LaunchLinears(LaunchQueue queue, MarketBuffers market, int offset, TileBuffers tile, int items)
    {
        ArgumentNullException.ThrowIfNull(queue);
        ArgumentNullException.ThrowIfNull(market);
        ArgumentNullException.ThrowIfNull(tile);
        if (tile.Precision == Precision.Mixed)
            queue.Launch(Linears<Binary32>(market, offset, tile), items, 0, Table.Linears);
        else
            queue.Launch(Linears<Binary64>(market, offset, tile), items, 0, Table.Linears);
    }

    public void Dispose()
    {
        optionReals.Dispose();
        optionRows.Dispose();
        linearReals.Dispose();
        linearRows.Dispose();
        marketFactors.Dispose();
        marketWeights.Dispose();
    }

    private OptionsLaunch<E> Options<E>(MarketBuffers market, int offset, TileBuffers tile)
        where E : struct, IElement =>
        new(OptionBlock, Table.Options, optionReals, optionRows, market.Stride, offset, market.Logs, market.Ratios, tile.Stride, tile.Profits);

    private LinearLaunch<E> Linears<E>(MarketBuffers market, int offset, TileBuffers tile)
        where E : struct, IElement =>
        new(Table.Options, linearReals, linearRows, market.Stride, offset, market.Ratios, tile.Stride, tile.Profits);
}
