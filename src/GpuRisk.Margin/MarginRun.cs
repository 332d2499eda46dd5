using System.Diagnostics;
using System.Runtime.ExceptionServices;
using GpuRisk.Accelerators;
using GpuRisk.Domain.Measures;
using GpuRisk.Domain.Portfolios;
using GpuRisk.Domain.Scenarios;
using GpuRisk.Domain.Settings;
using GpuRisk.Margin.Sampling;
using GpuRisk.Simulation;
using GpuRisk.Simulation.Aggregation;
using GpuRisk.Simulation.Attribution;
using GpuRisk.Simulation.Revaluation;
using GpuRisk.Simulation.Scenarios;
using GpuRisk.Simulation.Tails;

namespace GpuRisk.Margin;

/// <summary>What to compute beside the margins themselves.</summary>
public sealed record MarginRunOptions
{
    public PlanOptions Plan { get; init; } = new();

    /// <summary>Whether the ES of each account is attributed to its positions.</summary>
    public bool Attribution { get; init; } = true;

    /// <summary>Of how many accounts, largest margin first, every loss is kept; fewer or none where the memory budget has no room for them.</summary>
    public int Distributions { get; init; } = 3;

    /// <summary>Takes every profit of every account while the run goes; null: nobody. Each account's come in ascending scenarios.</summary>
    public ProfitPart? Profits { get; init; }

    /// <summary>Takes the shocks of every scenario; null: nobody.</summary>
    public ShockPart? Shocks { get; init; }
}

/// <summary>The margins of a book.</summary>
/// <param name="MeasureSeconds">Seconds of the figures from the tails.</param>
/// <param name="AttributionSeconds">Seconds of the replay and of the distributions.</param>
/// <param name="PricesPerSecond">Instruments times scenarios over the seconds of revaluation.</param>
public sealed record MarginResult(
    IReadOnlyList<AccountRisk> Accounts, IReadOnlyList<PricingFailure> Failures, IReadOnlyList<LossDistribution> Distributions,
    SimulationTimings Seconds, double MeasureSeconds, double AttributionSeconds, double PricesPerSecond)
{
    /// <summary>How scenarios were drawn, in words, such as <c>quasi-random, 16 randomisations</c>.</summary>
    public string Sampling { get; init; } = "plain";

    /// <summary>What was not done as the settings ask, and why: one sentence each.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}

/// <summary>Simulates a book and turns the tails into margins.</summary>
public sealed class MarginRun
{
    private readonly Accelerator accelerator;
    private readonly Book book;
    private readonly InstrumentTable table;
    private readonly SampledScenarios sampled;
    private readonly IScenarioStage scenarios;
    private readonly int count;
    private readonly MarginRunOptions options;

    private MarginRun(Accelerator accelerator, Book book, InstrumentTable table, SampledScenarios sampled, int count, MarginRunOptions options)
    {
        this.accelerator = accelerator;
        this.book = book;
        this.table = table;
        this.sampled = sampled;
        scenarios = sampled.Stage;
        this.count = count;
        this.options = options;
    }

    /// <summary>Margins under the scenarios of a model: as many as the settings say, or all that are given; of the accounts that they say.</summary>
    /// <exception cref="ArgumentException">The settings ask for a sampling that is not defined here: see <see cref="SamplingRules"/>.</exception>
    public static MarginResult Execute(
        Accelerator accelerator, Book book, ScenarioModel model, MarginRunOptions options, IProgress<int>? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(options);
        Book scoped = BookScope.Apply(book);
        int count = ScenarioStages.Count(model, book.Settings.Simulation.Scenarios);
        InstrumentTable table = InstrumentCompiler.Compile(scoped, model.Factors);
        using SampledScenarios sampled = SampledScenarios.Create(accelerator, scoped, table, model, count, options.Plan, cancellation);
        return new MarginRun(accelerator, scoped, table, sampled, count, options).Execute(progress, cancellation);
    }

    private MarginResult Execute(IProgress<int>? progress, CancellationToken cancellation)
    {
        var margins = new AccountMargins(book.Settings.Margin, sampled.Estimator);
        using var revaluer = new Revaluer(accelerator, table, scenarios);
        SimulationTimings before = SimulationTimings.Of(accelerator);
        TailSet tails = Simulate(revaluer, margins.Depth, progress, cancellation);
        SimulationTimings seconds = SimulationTimings.Of(accelerator) - before;

        long measured = Stopwatch.GetTimestamp();
        AccountRisk[] accounts = Measure(margins, tails);
        double measureSeconds = Stopwatch.GetElapsedTime(measured).TotalSeconds;
        long attributed = Stopwatch.GetTimestamp();
        if (options.Attribution)
            Attribute(accounts, revaluer, margins.Weights(tails), cancellation);
        LossDistribution[] distributions = Distributions(accounts, cancellation);
        double attributionSeconds = Stopwatch.GetElapsedTime(attributed).TotalSeconds;
        if (options.Shocks is { } shocks)
            ShockReplay.Run(accelerator, scenarios, count, options.Plan.MemoryBytes / 2, shocks, cancellation);
        double prices = (double)table.ProfitRows * count;
        return new MarginResult(
            accounts, table.Failures, distributions, seconds, measureSeconds, attributionSeconds,
            seconds.Revaluation > 0 ? prices / seconds.Revaluation : 0) { Sampling = sampled.Words, Notes = sampled.Notes };
    }

    private AccountRisk[] Measure(AccountMargins margins, TailSet tails)
    {
        IReadOnlyList<string> names = book.Positions.Accounts;
        double[]? collateral = CollateralValue.Of(book);
        for (int a = 0; a < names.Count; a++)
            AccountMargins.CheckFinite(names[a], tails.Losses(a), tails.Scenarios(a));
        var accounts = new AccountRisk[names.Count];
        try
        {
            Parallel.For(
                0, accounts.Length, new ParallelOptions { MaxDegreeOfParallelism = accelerator.Queues },
                a => accounts[a] = margins.Of(names[a], tails.Losses(a), tails.Scenarios(a)) with { Collateral = collateral?[a] });
        }
        catch (AggregateException failures)
        {
            ExceptionDispatchInfo.Throw(failures.InnerExceptions.OrderBy(f => f.Message, StringComparer.Ordinal).First());
        }
        return accounts;
    }

    private TailSet Simulate(Revaluer revaluer, int depth, IProgress<int>? progress, CancellationToken cancellation)
    {
        int accounts = book.Positions.Accounts.Count;
        using var simulator = new Simulator(accelerator, revaluer, book.Positions, count, options.Plan, TailSelection.Bytes(accelerator, accounts, depth));
        using var tail = new TailSelection(accelerator, accounts, depth);
        IProfitConsumer[] consumers = options.Profits is { } profits ? [tail, new ProfitRecorder(profits)] : [tail];
        simulator.Run(consumers, progress, cancellation);
        return tail.Finish(accelerator, cancellation);
    }

    private void Attribute(AccountRisk[] accounts, Revaluer revaluer, TailWeights weights, CancellationToken cancellation)
    {
        double[] contributions = new TailReplay(accelerator, revaluer, book.Positions, options.Plan).Run(weights, cancellation);
        ReadOnlySpan<int> rowStart = book.Positions.RowStart.Span;
        ReadOnlySpan<int> instruments = book.Positions.Instrument.Span;
        for (int a = 0; a < accounts.Length; a++)
        {
            var components = new EsComponent[rowStart[a + 1] - rowStart[a]];
            for (int i = 0; i < components.Length; i++)
            {
                int j = rowStart[a] + i;
                components[i] = new EsComponent(book.Instruments[instruments[j]].Name, book.Instruments[instruments[j]].Underlying, contributions[j]);
            }
            accounts[a] = accounts[a] with { Components = components };
        }
    }

    private LossDistribution[] Distributions(AccountRisk[] accounts, CancellationToken cancellation)
    {
        // A picture in which every scenario counts alike would show another distribution.
        if (sampled.IsWeighted)
            return [];
        long fit = options.Plan.MemoryBytes / 2 / AccountLosses.Bytes(1, count);
        int[] largest =
        [
            .. Enumerable.Range(0, accounts.Length).OrderByDescending(a => accounts[a].Margin).ThenBy(a => a).Take((int)Math.Min(options.Distributions, fit)),
        ];
        if (largest.Length == 0)
            return [];
        try
        {
            return new AccountLosses(accelerator, book, scenarios, count, options.Plan).Of(largest, cancellation);
        }
        catch (MemoryBudgetException)
        {
            // The margins are there: a run does not fail over a picture. Who asked sees that fewer came.
            return [];
        }
    }
}
