using GpuRisk.Accelerators;
using GpuRisk.Domain.Portfolios;
using GpuRisk.Domain.Settings;
using GpuRisk.Simulation;
using GpuRisk.Simulation.Aggregation;
using GpuRisk.Simulation.Revaluation;
using GpuRisk.Simulation.Scenarios;
using GpuRisk.Simulation.Tails;

namespace GpuRisk.Parity.Probe;

/// <summary>How a run of the pipeline is cut up; none of it may show in the result.</summary>
/// <param name="Tile">Scenarios a tile.</param>
/// <param name="BlockTiles">Tiles that the memory budget has room for; null: no budget to speak of.</param>
/// <param name="SharesTile">Whether all queues work on one tile at a time; null: as the cache asks.</param>
public sealed record Cut(int? Tile, int? BlockTiles, bool? SharesTile = false);

/// <summary>Whole runs of <see cref="SmallExchange"/>: every model, under every method of sampling that suits it.</summary>
public static class PipelineCases
{
    private const int Keep = 37;

    /// <summary>The normal model in mixed precision.</summary>
    private const string Mixed = "Pipeline.Mixed";

    private static readonly string[] Elliptical =
    [
        SmallModels.Gaussian, SmallModels.GaussianPath, SmallModels.StudentT, SmallModels.StudentTPath, SmallModels.Copula, SmallModels.CopulaPath,
    ];

    public static IReadOnlyList<ParityCase> All { get; } =
    [
        .. SmallModels.Names.Select(model => Case(model, SamplingMethod.Plain, model == SmallModels.Gaussian ? 20_000 : 5_000)),
        .. Elliptical.Select(model => Case(model, SamplingMethod.Antithetic, 2_000)), .. Elliptical.Select(model => Case(model, SamplingMethod.QuasiRandom, 2_000)),
        Case(SmallModels.Gaussian, SamplingMethod.Importance, 5_000),
        new(Mixed, 20_000, (a, n) => Run(a, SmallModels.Gaussian, SamplingMethod.Plain, n, new Cut(null, null), out _, Precision.Mixed)),
    ];

    public static string NameOf(string model, SamplingMethod method) => $"Pipeline.{model}" + (method == SamplingMethod.Plain ? "" : $".{method}");

    /// <summary>Losses and scenarios of every account's tail, then what every instrument is worth, then what every scenario weighs where they differ.</summary>
    /// <param name="blocks">How many blocks the run took.</param>
    public static ulong[] Run(
        Accelerator accelerator, string model, SamplingMethod method, int scenarios, Cut cut, out int blocks, Precision precision = Precision.Double)
    {
        ArgumentNullException.ThrowIfNull(accelerator);
        ArgumentNullException.ThrowIfNull(cut);
        Book book = SmallExchange.Book();
        using IScenarioStage stage = SmallStages.Create(accelerator, SmallModels.Of(model, scenarios), method, scenarios);
        InstrumentTable table = InstrumentCompiler.Compile(book, stage.Factors);
        using var revaluer = new Revaluer(accelerator, table, stage);
        using var tails = new TailSelection(accelerator, SmallExchange.Accounts, Keep);
        long consumers = TailSelection.Bytes(accelerator, SmallExchange.Accounts, Keep);
        PlanOptions options = Options(accelerator, revaluer, book.Positions, cut, consumers) with { Precision = precision };
        using var simulator = new Simulator(accelerator, revaluer, book.Positions, scenarios, options, consumers);
        blocks = simulator.Plan.Blocks;
        simulator.Run([tails], null, CancellationToken.None);
        TailSet set = tails.Finish(accelerator, CancellationToken.None);
        return
        [
            .. Enumerable.Range(0, set.Accounts).SelectMany(a => Bits.Of(set.Losses(a)).Concat(Bits.Of(set.Scenarios(a)))), .. Bits.Of(table.BaseValue),
            .. method == SamplingMethod.Importance ? Bits.Of(SmallStages.Weights(accelerator, scenarios)) : [],
        ];
    }

    private static ParityCase Case(string model, SamplingMethod method, int size) =>
        new(NameOf(model, method), size, (a, n) => Run(a, model, method, n, new Cut(null, null), out _));

    /// <summary>A budget with room for the wanted tiles of accounts' profits and not one more.</summary>
    private static PlanOptions Options(Accelerator accelerator, Revaluer revaluer, PositionTable positions, Cut cut, long consumers)
    {
        if (cut is not { Tile: { } tile, BlockTiles: { } tiles })
            return new PlanOptions { Tile = cut.Tile, SharesTile = cut.SharesTile };
        long scenario = TileBuffers.BytesAScenario(revaluer.Table, Precision.Double) + MarketBuffers.BytesAScenario(revaluer.Table, revaluer.Scenarios);
        scenario += sizeof(double) * PositionSegments.CountOf(positions);
        long scratch = scenario * tile * (cut.SharesTile == true ? 1 : accelerator.Queues);
        return new PlanOptions
        {
            Tile = tile,
            SharesTile = cut.SharesTile,
            MemoryBytes = Aggregator.Bytes(positions) + consumers + scratch + (long)tiles * (sizeof(double) * SmallExchange.Accounts + sizeof(uint)) * tile,
        };
    }
}
