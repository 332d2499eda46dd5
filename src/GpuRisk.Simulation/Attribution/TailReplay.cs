using GpuRisk.Accelerators;
using GpuRisk.Accelerators.Launches;
using GpuRisk.Domain.Portfolios;
using GpuRisk.Simulation.Aggregation;
using GpuRisk.Simulation.Revaluation;

namespace GpuRisk.Simulation.Attribution;

/// <summary>
/// Re-prices the scenarios that lie in some account's tail, from their numbers, and sums what each position contributed: the
/// component of position j is -quantity_j sum_e weight_e profit_j(scenario_e), in ascending scenarios. Components of an account sum to its
/// ES (Euler), since profit is linear in quantities and the tail is held fixed (Tasche, 1999).
/// </summary>
public sealed class TailReplay
{
    private const int LargestBlock = 1024;
    private const int SegmentsAChunk = 64;

    private readonly Accelerator accelerator;
    private readonly Revaluer revaluer;
    private readonly PositionTable positions;
    private readonly int block;

    public TailReplay(Accelerator accelerator, Revaluer revaluer, PositionTable positions, PlanOptions options)
    {
        ArgumentNullException.ThrowIfNull(accelerator);
        ArgumentNullException.ThrowIfNull(revaluer);
        ArgumentNullException.ThrowIfNull(options);
        this.accelerator = accelerator;
        this.revaluer = revaluer;
        this.positions = positions;
        int unit = accelerator.ItemGranularity;
        long scenario = TileBuffers.BytesAScenario(revaluer.Table, Precision.Double) + MarketBuffers.BytesAScenario(revaluer.Table, revaluer.Scenarios);
        long fits = Math.Min(options.MemoryBytes / 2, accelerator.LargestBufferBytes) / Math.Max(1, scenario);
        block = (int)Math.Clamp(fits / unit * unit, unit, LargestBlock);
    }

    /// <returns>The component of every position, in the order of the positions; losses positive.</returns>
    public double[] Run(TailWeights tails, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(tails);
        var contributions = new double[positions.Count];
        if (contributions.Length == 0)
            return contributions;
        var cursor = new ReplayCursor(tails);
        int[] scenarios = cursor.Scenarios;
        using var held = new PositionBuffers(accelerator, positions, revaluer.Table);
        using var market = new MarketBuffers(accelerator, revaluer.Table, revaluer.Scenarios, block);
        // In double precision whatever the run's: what a position contributed then also tells what the run's rounding did.
        using var tile = new TileBuffers(accelerator, revaluer.Table, block, Precision.Double);
        using DeviceBuffer<uint> numbers = accelerator.Allocate<uint>(block);
        using DeviceBuffer<double> sums = accelerator.Allocate<double>(positions.Count);
        // A work item takes a segment: one that took the whole of a large account would keep all others waiting.
        PositionSegments? segments = PositionSegments.Of(positions);
        using DeviceBuffer<int>? segmentStart = segments is null ? null : accelerator.Upload<int>(segments.RowStart);
        for (int first = 0; first < scenarios.Length; first += block)
        {
            ReadOnlySpan<int> part = scenarios.AsSpan(first, Math.Min(block, scenarios.Length - first));
            Price(part, market, tile, numbers, cancellation);
            ReplayEntries entries = cursor.Take(first, part.Length);
            Contribute(segments is null ? entries : entries.Over(segments), segmentStart ?? held.RowStart, held.ProfitRows, tile, sums, cancellation);
        }
        accelerator.Read(sums, 0, contributions.AsSpan());
        ReadOnlySpan<double> quantity = positions.Quantity.Span;
        for (int j = 0; j < contributions.Length; j++)
            contributions[j] *= -quantity[j];
        return contributions;
    }

    private void Price(ReadOnlySpan<int> scenarios, MarketBuffers market, TileBuffers tile, DeviceBuffer<uint> numbers, CancellationToken cancellation)
    {
        var padded = new uint[block];
        for (int i = 0; i < block; i++)
            padded[i] = (uint)scenarios[Math.Min(i, scenarios.Length - 1)];
        accelerator.Write<uint>(padded, numbers, 0);
        int items = scenarios.Length;
        accelerator.ForEach(1, (queue, _) => revaluer.LaunchMarket(queue, market, numbers, 0, items), cancellation);
        accelerator.ForEachPart(revaluer.OptionBlocks, 1, (queue, blocks, count) => revaluer.LaunchOptions(queue, market, 0, tile, items, blocks, count), cancellation);
        accelerator.ForEach(1, (queue, _) => revaluer.LaunchLinears(queue, market, 0, tile, items), cancellation);
    }

    /// <param name="rowStart">Positions of the accounts, or of their segments, as the entries are.</param>
    private void Contribute(
        ReplayEntries entries, DeviceBuffer<int> rowStart, DeviceBuffer<int> profitRows, TileBuffers tile, DeviceBuffer<double> sums, CancellationToken cancellation)
    {
        using DeviceBuffer<int> start = accelerator.Upload<int>(entries.Start);
        using DeviceBuffer<int> columns = accelerator.Upload<int>(entries.Columns);
        using DeviceBuffer<double> weights = accelerator.Upload<double>(entries.Weights);
        var launch = new ContributionsLaunch(rowStart, profitRows, start, columns, weights, tile.Stride, (DeviceBuffer<double>)tile.Profits, sums);
        int segments = entries.Start.Length - 1;
        accelerator.ForEachPart(segments, SegmentsAChunk, (queue, first, count) => queue.LaunchScalar(launch, first, count), cancellation);
    }
}
