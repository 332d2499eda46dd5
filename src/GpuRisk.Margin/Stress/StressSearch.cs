using System.Globalization;
using GpuRisk.Accelerators;
using GpuRisk.Domain.Market;
using GpuRisk.Domain.Portfolios;
using GpuRisk.Domain.Scenarios;
using GpuRisk.Simulation;
using GpuRisk.Simulation.Aggregation;
using GpuRisk.Simulation.Revaluation;
using GpuRisk.Simulation.Scenarios;

namespace GpuRisk.Margin.Stress;

/// <summary>The window of stress of a book. ES are sums over the accounts, in the book's currency.</summary>
/// <param name="Worst">The window with the greatest sum; of several, the earliest.</param>
/// <param name="Newest">The sum in the newest window.</param>
/// <param name="Whole">The sum over all scenarios.</param>
/// <param name="Windows">How many were searched.</param>
public sealed record StressFinding(ScenarioWindow Worst, double Es, double Newest, double Whole, int Windows);

/// <summary>
/// Searches the window of a history in which the accounts of a book lose most: the one that maximises the sum over accounts of ES at the margin's
/// confidence, under the margin's estimator (of type 7: the lower quantile). Every scenario is revalued once, in double precision, and every window of every account
/// measured, on the accelerator. The result has the same bits on every device and whatever the plan.
/// </summary>
public sealed class StressSearch
{
    private readonly Accelerator accelerator;
    private readonly Book book;
    private readonly ShockMatrix changes;
    private readonly IReadOnlyList<ScenarioWindow> windows;
    private readonly PlanOptions plan;

    private StressSearch(Accelerator accelerator, Book book, ShockMatrix changes, IReadOnlyList<ScenarioWindow> windows, PlanOptions plan)
    {
        this.accelerator = accelerator;
        this.book = book;
        this.changes = changes;
        this.windows = windows;
        this.plan = plan with { Precision = Precision.Double };
    }

    /// <param name="changes">The scenarios: changes of the history, oldest first.</param>
    /// <param name="windows">Oldest first, one at least; neither starts nor ends descend.</param>
    /// <exception cref="NonFiniteLossException">An account's loss in a scenario, or the sum over the accounts, is not a finite number.</exception>
    /// <exception cref="MemoryBudgetException">The losses of one account do not fit the budget.</exception>
    public static StressFinding Find(
        Accelerator accelerator, Book book, ShockMatrix changes, IReadOnlyList<ScenarioWindow> windows, PlanOptions plan, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(accelerator);
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(changes);
        ArgumentNullException.ThrowIfNull(windows);
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentOutOfRangeException.ThrowIfLessThan(windows.Count, 1);
        return new StressSearch(accelerator, book, changes, windows, plan).Find(cancellation);
    }

    private StressFinding Find(CancellationToken cancellation)
    {
        int accounts = book.Positions.Accounts.Count, done = 0;
        WindowTable table = WindowTable.Of(windows, book.Settings.Margin);
        WindowTable whole = WindowTable.Of([new ScenarioWindow(windows[0].Days, 0, changes.Scenarios)], book.Settings.Margin);
        using var searched = new WindowShortfalls(accelerator, table, accounts, plan.MemoryBytes / 8);
        using var all = new WindowShortfalls(accelerator, whole, accounts, plan.MemoryBytes / 8) { First = (account, es) => CheckFinite(done + account, es) };
        long bytes = searched.Bytes + all.Bytes;
        using var scenarios = new GivenScenarios(accelerator, changes);
        int most = (int)Math.Clamp(plan.MemoryBytes / 2 / sizeof(double) / changes.Scenarios, 1, Math.Max(1, accounts));
        while (done < accounts)
        {
            int rows = Math.Min(most, accounts - done);
            if (TryRun(done, rows, scenarios, bytes, [searched, all], cancellation))
                done += rows;
            else
                most = Math.Max(1, rows / 2);
        }
        return Finding(searched.Sums(accelerator), all.Sums(accelerator)[0]);
    }

    /// <summary>False where the plan has no room for all scenarios of so many accounts at once.</summary>
    private bool TryRun(int first, int rows, GivenScenarios scenarios, long bytes, IProfitConsumer[] consumers, CancellationToken cancellation)
    {
        Book part = rows == book.Positions.Accounts.Count ? book : BookPart.Of(book, [.. Enumerable.Range(first, rows)]);
        try
        {
            using var revaluer = new Revaluer(accelerator, InstrumentCompiler.Compile(part, scenarios.Factors), scenarios);
            using var simulator = new Simulator(accelerator, revaluer, part.Positions, changes.Scenarios, plan, bytes);
            if (simulator.Plan.Blocks > 1)
            {
                return rows > 1 ? false : throw new MemoryBudgetException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"the losses of one account in all {changes.Scenarios} scenarios do not fit the budget of {plan.MemoryBytes >> 20} MiB, and a window of stress is searched among them; raise --memory or name the window."));
            }
            simulator.Run(consumers, null, cancellation);
            return true;
        }
        catch (MemoryBudgetException) when (rows > 1)
        {
            return false;
        }
    }

    private StressFinding Finding(double[] sums, double whole)
    {
        int worst = 0;
        for (int window = 0; window < sums.Length; window++)
        {
            if (!double.IsFinite(sums[window]))
                throw TooLarge("the sum of the accounts' expected shortfalls");
            if (sums[window] > sums[worst])
                worst = window;
        }
        return double.IsFinite(whole)
            ? new StressFinding(windows[worst], sums[worst], sums[^1], whole, windows.Count)
            : throw TooLarge("the sum of the accounts' expected shortfalls");
    }

    /// <summary>Over all scenarios: a loss that is not finite is in that tail, whichever its windows.</summary>
    private void CheckFinite(int account, double es)
    {
        if (!double.IsFinite(es))
            throw TooLarge($"account {book.Positions.Accounts[account]}: its expected shortfall");
    }

    private static NonFiniteLossException TooLarge(string what) =>
        new($"{what} over the history is not a finite number; look for an extreme price, change or quantity.");
}
