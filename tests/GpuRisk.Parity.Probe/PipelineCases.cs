using GpuRisk.Accelerators;
using GpuRisk.Domain.Portfolios;
using GpuRisk.Domain.Scenarios;
using GpuRisk.Domain.Settings;
using GpuRisk.Simulation;
using GpuRisk.Simulation.Aggregation;
using GpuRisk.Simulation.Revaluation;
using GpuRisk.Simulation.Scenarios;
using GpuRisk.Simulation.Scenarios.Normals;
using GpuRisk.Simulation.Tails;

namespace GpuRisk.Parity.Probe;

/// <summary>How a run of the pipeline is cut up; none of it may show in the result.</summary>
/// <param name="Tile">Scenarios a tile.</param>
/// <param name="BlockTiles">Tiles that the memory budget has room for; null: no budget to speak of.</param>
/// <param name="SharesTile">Whether all queues work on one tile at a time; null: as the cache asks.</param>
public sealed record Cut(int? Tile, int? BlockTiles, bool? SharesTile = false);

/// <summary>Whole runs of <see cref="SmallExchange"/>.</summary>
public static class PipelineCases
{
    public const string Gaussian = "Pipeline.Gaussian";
    public const string Mixed = "Pipeline.Mixed";
    public const string Given = "Pipeline.Given";
    public const string StudentT = "Pipeline.StudentT";
    public const string Copula = "Pipeline.Copula";
    public const string CopulaPath = "Pipeline.CopulaPath";
    public const string Historical = "Pipeline.Historical";
    public const string Filtered = "Pipeline.Filtered";
    public const string Mixture = "Pipeline.Mixture";
    public const string Antithetic = "Pipeline.Antithetic";
    public const string QuasiRandom = "Pipeline.QuasiRandom";
    public const string QuasiRandomPath = "Pipeline.QuasiRandomPath";
    public const string Tilted = "Pipeline.Tilted";

    private const int Keep = 37;

    public static IReadOnlyList<ParityCase> All { get; } =
    [
        new(Gaussian, 20_000, (a, n) => Run(a, Gaussian, n, new Cut(null, null), out _)),
        new(Mixed, 20_000, (a, n) => Run(a, Mixed, n, new Cut(null, null), out _)),
        new(Given, 5_000, (a, n) => Run(a, Given, n, new Cut(null, null), out _)),
        .. new[] { StudentT, Copula, CopulaPath, Historical, Filtered, Mixture, Antithetic, QuasiRandom, QuasiRandomPath, Tilted }.Select(
            name => new ParityCase(name, 5_000, (a, n) => Run(a, name, n, new Cut(null, null), out _))),
    ];

    /// <summary>Losses and scenarios of every account's tail, then what every instrument is worth.</summary>
    /// <param name="blocks">How many blocks the run took.</param>
    public static ulong[] Run(Accelerator accelerator, string name, int scenarios, Cut cut, out int blocks)
    {
        ArgumentNullException.ThrowIfNull(accelerator);
        ArgumentNullException.ThrowIfNull(cut);
        Book book = SmallExchange.Book();
        using IScenarioStage stage = Stage(accelerator, name, scenarios);
        InstrumentTable table = InstrumentCompiler.Compile(book, stage.Factors);
        using var revaluer = new Revaluer(accelerator, table, stage);
        using var tails = new TailSelection(accelerator, SmallExchange.Accounts, Keep);
        long consumers = TailSelection.Bytes(accelerator, SmallExchange.Accounts, Keep);
        PlanOptions options = Options(accelerator, revaluer, book.Positions, cut, consumers) with { Precision = name == Mixed ? Precision.Mixed : Precision.Double };
        using var simulator = new Simulator(accelerator, revaluer, book.Positions, scenarios, options, consumers);
        blocks = simulator.Plan.Blocks;
        simulator.Run([tails], null, CancellationToken.None);
        TailSet set = tails.Finish(accelerator, CancellationToken.None);
        return [.. Enumerable.Range(0, set.Accounts).SelectMany(a => Bits.Of(set.Losses(a)).Concat(Bits.Of(set.Scenarios(a)))), .. Bits.Of(table.BaseValue)];
    }

    private static IScenarioStage Stage(Accelerator accelerator, string name, int scenarios)
    {
        const ulong seed = 20_260_101;
        int n = SmallExchange.Factors.Count;
        var inputs = new Inputs(14);
        double[] root = inputs.Reals(n * n, -0.4, 0.4);
        EllipticalModel normal = SmallModels.Normal(), path = SmallModels.CopulaPath();
        return name switch
        {
            Antithetic => new EllipticalScenarios(accelerator, normal, new AntitheticNormals(n, seed)),
            QuasiRandom => new EllipticalScenarios(accelerator, normal, new SobolNormals(accelerator, n, 1, scenarios, 16, seed), root),
            QuasiRandomPath => new EllipticalScenarios(
                accelerator, path, new SobolNormals(accelerator, n + 1, path.Steps, scenarios, 32, seed, lastLeads: true), root),
            Tilted => new EllipticalScenarios(
                accelerator, normal, new TiltedNormals(accelerator, new PhiloxNormals(n, seed), inputs.Reals(n, -1, 1), inputs.Reals(n, 0.5, 2)), root),
            _ => ScenarioStages.Create(accelerator, ModelOf(name, scenarios), new SimulationSettings { Seed = seed }),
        };
    }

    private static ScenarioModel ModelOf(string name, int scenarios) => name switch
    {
        Given => new GivenModel { Name = "given", Shocks = SmallExchange.Shocks(scenarios) },
        StudentT => SmallModels.StudentT(),
        Copula => SmallModels.Copula(),
        CopulaPath => SmallModels.CopulaPath(),
        Historical => SmallModels.Historical(),
        Filtered => SmallModels.Filtered(),
        Mixture => SmallModels.Mixture(),
        _ => SmallModels.Normal(),
    };

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
