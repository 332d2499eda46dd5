using System.Globalization;
using GpuRisk.Accelerators;

namespace GpuRisk.Simulation;

/// <summary>What a user may set of the plan. But for the precision, the results do not depend on it.</summary>
public sealed record PlanOptions
{
    public const long DefaultMemoryBytes = 2L << 30;

    /// <summary>Scenarios a tile; null: sized to the cache.</summary>
    public int? Tile { get; init; }

    /// <summary>Whether all queues work on one tile at a time; null: where the cache asks for it. See <see cref="SimulationPlan.SharesTile"/>.</summary>
    public bool? SharesTile { get; init; }

    /// <summary>How the profits of instruments are held; unlike the rest, results depend on it.</summary>
    public Precision Precision { get; init; }

    /// <summary>Bytes that buffers whose size is a choice may take.</summary>
    public long MemoryBytes { get; init; } = DefaultMemoryBytes;

    /// <summary>The budget where none is given: four fifths of a GPU's own memory, which is there for the run; 2 GiB of the host's, which is not.</summary>
    public static long DefaultMemoryOf(DeviceInfo device, Accelerator accelerator)
    {
        ArgumentNullException.ThrowIfNull(device);
        ArgumentNullException.ThrowIfNull(accelerator);
        return device.IsDiscreteGpu ? accelerator.MemoryBytes / 5 * 4 : DefaultMemoryBytes;
    }
}

/// <summary>
/// How a run is cut up. A tile of scenarios is priced and aggregated on one queue while its prices are in cache; the profits of
/// all accounts over a block of tiles are kept until the tail has taken what it needs.
/// </summary>
public sealed record SimulationPlan
{
    /// <summary>From here on a device takes many threads at once, and launches cost more than caches gain.</summary>
    private const int ManyWorkItems = 1024;

    public required int Scenarios { get; init; }

    /// <summary>Scenarios a tile, a multiple of twice the device's granularity.</summary>
    public required int Tile { get; init; }

    /// <summary>Tiles a block.</summary>
    public required int BlockTiles { get; init; }

    /// <summary>
    /// False: each queue takes a tile of its own from scenarios to accounts, with no one to wait for. True: all queues work on one tile
    /// at a time, because slices for all of them would push each other out of the shared cache.
    /// </summary>
    public required bool SharesTile { get; init; }

    /// <summary>Tiles whose shocks and market moves are computed together: one where they stay in a core's cache, many where launches are what costs.</summary>
    public required int MarketTiles { get; init; }

    public int Block => Tile * BlockTiles;

    public int Blocks => (Scenarios + Block - 1) / Block;

    /// <param name="sliceRows">Instruments: rows of a tile that aggregation reads again and again.</param>
    /// <param name="marketBytesAScenario">Bytes of shocks and market moves a scenario.</param>
    /// <param name="fixedBytes">Bytes taken whatever the plan: positions, tails.</param>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than one scenario, in the run or in a tile.</exception>
    /// <exception cref="MemoryBudgetException">The smallest plan does not fit the budget, or one of its buffers the device.</exception>
    public static SimulationPlan Make(
        Accelerator accelerator, PlanOptions options, int scenarios, int sliceRows, int accounts, long marketBytesAScenario, long fixedBytes)
    {
        ArgumentNullException.ThrowIfNull(accelerator);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(scenarios, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Tile ?? 1, 1, nameof(options));
        int unit = 2 * accelerator.ItemGranularity; // Aggregation takes a tile in two halves.
        int all = RoundUp(scenarios, unit);
        long sliceBytesAScenario = (long)options.Precision.ProfitBytes() * Math.Max(1, sliceRows);
        bool shares = options.SharesTile ?? CacheAsksToShare(accelerator, sliceBytesAScenario, unit);
        int cached = CachedTile(accelerator, sliceBytesAScenario, unit, shares);
        int slices = shares ? 1 : accelerator.Queues;
        var need = new ScenarioNeed((sliceBytesAScenario + marketBytesAScenario) * slices, sliceBytesAScenario, (long)sizeof(double) * Math.Max(1, accounts));
        long room = options.MemoryBytes - fixedBytes;
        int tile = options.Tile is { } wanted
            ? RoundUp(Math.Min(wanted, scenarios), unit)
            : (int)Math.Max(unit, Math.Min(Math.Min(all, cached), need.LargestTile(room, accelerator.LargestBufferBytes)) / unit * unit);
        if (room < need.Total * tile)
        {
            string cure = need.Total * unit <= room ? "--tile" : "--scenarios";
            throw new MemoryBudgetException(string.Create(
                CultureInfo.InvariantCulture,
                $"{Mebibytes(fixedBytes + need.Total * tile)} MiB are needed for {accounts} accounts, {sliceRows} instruments and tiles of {tile} scenarios, and the budget is {Mebibytes(options.MemoryBytes)} MiB; raise --memory or lower {cure}."));
        }
        if (need.LargestBuffer * tile > accelerator.LargestBufferBytes)
        {
            throw MemoryBudgetException.Buffer(
                accelerator, need.LargestBuffer * tile, $"{tile} scenarios of {accounts} accounts and {sliceRows} instruments", tile > unit ? "lower --tile" : "choose another --accelerator");
        }
        long spare = room - need.Total * tile;
        int marketTiles = shares ? 1 : MarketTilesOf(accelerator, spare / slices, all, tile, marketBytesAScenario);
        room -= (marketTiles - 1) * marketBytesAScenario * tile * slices;
        long tiles = Math.Min(need.LargestBlock(room, tile, accelerator.LargestBufferBytes) / tile, (all + tile - 1) / tile);
        int blockTiles = (int)Math.Max(1, tiles);
        return new SimulationPlan
        {
            Scenarios = scenarios,
            Tile = tile,
            BlockTiles = blockTiles,
            SharesTile = shares,
            MarketTiles = Math.Min(marketTiles, blockTiles),
        };
    }

    /// <summary>True where not even the smallest slices, one a queue, fit a core's own cache or a quarter of the shared one.</summary>
    private static bool CacheAsksToShare(Accelerator accelerator, long sliceBytesAScenario, int unit)
    {
        long slice = sliceBytesAScenario * unit;
        return accelerator.Queues > 1 && slice > accelerator.QueueCacheBytes / 2 && slice * accelerator.Queues > accelerator.SharedCacheBytes / 4;
    }

    /// <summary>As many scenarios as keep a slice in half of a core's own cache, or, where the fewest do not fit there, all slices in a quarter of the shared one.</summary>
    private static int CachedTile(Accelerator accelerator, long sliceBytesAScenario, int unit, bool shares)
    {
        long own = accelerator.QueueCacheBytes / 2 / sliceBytesAScenario;
        long shared = accelerator.SharedCacheBytes / 4 / sliceBytesAScenario / (shares ? 1 : accelerator.Queues);
        return Math.Max(unit, (int)Math.Min(own >= unit ? own : shared, accelerator.LargestTile) / unit * unit);
    }

    /// <summary>On a device of many work items as many tiles as fill it, in an eighth of the memory that is to spare.</summary>
    private static int MarketTilesOf(Accelerator accelerator, long spareBytes, int scenarios, int tile, long marketBytesAScenario)
    {
        long wanted = Math.Min(scenarios, accelerator.LargestTile) / tile;
        long fit = Math.Min(spareBytes / 8, accelerator.LargestBufferBytes) / Math.Max(1, marketBytesAScenario * tile);
        return accelerator.WorkItems < ManyWorkItems ? 1 : (int)Math.Max(1, Math.Min(wanted, fit));
    }

    private static int RoundUp(int value, int unit) => checked((value + unit - 1) / unit * unit);

    private static long Mebibytes(long bytes) => (bytes + (1L << 20) - 1) >> 20;
}
