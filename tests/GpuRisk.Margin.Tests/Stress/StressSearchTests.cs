using GpuRisk.Accelerators.Cpu;
using GpuRisk.Calibration;
using GpuRisk.Domain.Market;
using GpuRisk.Domain.Measures;
using GpuRisk.Domain.Portfolios;
using GpuRisk.Domain.Scenarios;
using GpuRisk.Domain.Settings;
using GpuRisk.Margin.Estimation;
using GpuRisk.Margin.Stress;
using GpuRisk.Simulation;
using GpuRisk.Simulation.Aggregation;
using GpuRisk.Simulation.Revaluation;
using GpuRisk.Simulation.Scenarios;
using static GpuRisk.Margin.Tests.Stress.StressBooks;

namespace GpuRisk.Margin.Tests.Stress;

public sealed class StressSearchTests
{
    private static readonly MarginSettings AtNinety = new() { Confidence = new Confidence(0.9m) };

    [Fact]
    public void The_window_holds_the_crash_and_of_equal_ones_is_the_earliest()
    {
        // Returns end on days 1 to 400; those of days 201 to 205 are the crash. Fifty days at 90 % are a mean of five.
        FactorHistory history = History([.. Enumerable.Range(1, 400).Select(day => day is >= 201 and <= 205 ? -0.2 : day % 2 == 0 ? 0.01 : -0.01)]);
        StressFinding found = Find(Of(history, AtNinety, Windows(50), [1]));

        Assert.Equal(new HistoryWindow(FirstDay.AddDays(156), FirstDay.AddDays(205)), found.Worst.Days);
        // 100 (1 - e^-0.2)
        Assert.Equal(18.126924692201815, found.Es, Tolerance.TenDecimals);
        // 100 (1 - e^-0.01), and over all 400 days 40 losses, of which five are the crash's.
        Assert.Equal(0.9950166250831893, found.Newest, Tolerance.TenDecimals);
        Assert.Equal((5 * 18.126924692201815 + 35 * 0.9950166250831893) / 40, found.Whole, Tolerance.TenDecimals);
        Assert.Equal(351, found.Windows);
    }

    [Fact]
    public void Who_is_short_has_another_window()
    {
        FactorHistory history = History([.. Enumerable.Range(1, 400).Select(day => day == 100 ? -0.3 : day == 300 ? 0.3 : 0)]);
        StressFinding longs = Find(Of(history, AtNinety, Windows(50), [1])), shorts = Find(Of(history, AtNinety, Windows(50), [-1]));
        Assert.Equal(FirstDay.AddDays(100), longs.Worst.Days.To);
        Assert.Equal(FirstDay.AddDays(300), shorts.Worst.Days.To);
    }

    [Theory]
    [InlineData(10, "0.9", VarEstimator.LowerQuantile, 1)]
    [InlineData(37, "0.95", VarEstimator.LowerQuantile, 1)]
    [InlineData(64, "0.99", VarEstimator.UpperQuantile, 1)]
    [InlineData(120, "0.8", VarEstimator.LowerQuantile, 3)]
    [InlineData(300, "0.975", VarEstimator.LowerQuantile, 1)]
    public void It_is_what_measuring_every_window_by_itself_finds(int days, string confidence, VarEstimator estimator, int horizon)
    {
        Book book = Random(days, confidence, estimator, horizon);
        StressWindowSet set = StressWindows.Of(book.History, book.Settings.Calibration, book.Settings.Simulation);
        double[] expected = Measured(book, set.Changes, set.Windows);
        int worst = Array.IndexOf(expected, expected.Max());

        StressFinding found = Find(book);
        Assert.Equal(set.Windows[worst], found.Worst);
        Assert.Equal(expected[worst], found.Es);
        Assert.Equal(expected[^1], found.Newest);
        Assert.Equal(Measured(book, set.Changes, [new ScenarioWindow(set.Windows[0].Days, 0, set.Changes.Scenarios)])[0], found.Whole);
    }

    [Fact]
    public void Bits_depend_neither_on_threads_nor_lanes_nor_memory_nor_precision()
    {
        Book book = Random(40, "0.95", VarEstimator.LowerQuantile, 1);
        StressFinding first = Find(book);
        Assert.All(Enum.GetValues<LaneWidth>(), width => Assert.Equal(first, Find(book, threads: 1, width: width)));
        Assert.Equal(first, Find(book, new PlanOptions { MemoryBytes = 400_000 }));
        Assert.Equal(first, Find(book, new PlanOptions { MemoryBytes = 100_000 }, threads: 1));
        Assert.Equal(first, Find(book, new PlanOptions { Precision = Precision.Mixed, Tile = 64 }));
    }

    [Fact]
    public void A_budget_without_room_for_one_account_is_refused()
    {
        MemoryBudgetException refused = Assert.Throws<MemoryBudgetException>(
            () => Find(Random(40, "0.95", VarEstimator.LowerQuantile, 1), new PlanOptions { MemoryBytes = 20_000 }));
        Assert.Contains("raise --memory", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Accounts_without_positions_and_assets_that_never_move_count_nothing()
    {
        FactorHistory history = History([.. Enumerable.Range(1, 30).Select(day => day == 20 ? -0.1 : 0)], new double[30]);
        StressFinding alone = Find(Of(history, AtNinety, Windows(10), [2, 0]));
        Assert.Equal(alone, Find(Of(history, AtNinety, Windows(10), [0, 0], [2, 0], [0, 5])));
        StressFinding nothing = Find(Of(history, AtNinety, Windows(10), [0, 0]));
        Assert.Equal((0.0, FirstDay.AddDays(1)), (nothing.Es, nothing.Worst.Days.From));
    }

    [Fact]
    public void A_loss_that_is_no_number_names_its_account()
    {
        FactorHistory history = History([.. Enumerable.Range(1, 30).Select(day => day == 20 ? 600.0 : 0)]);
        NonFiniteLossException refused = Assert.Throws<NonFiniteLossException>(() => Find(Of(history, AtNinety, Windows(10), [1], [-1e100])));
        Assert.StartsWith("account account-1: its expected shortfall over the history is not a finite number", refused.Message, StringComparison.Ordinal);
    }

    /// <summary>Three assets of ragged volatility and forty accounts, some of them empty; ties are many, for returns are rounded.</summary>
    private static Book Random(int days, string confidence, VarEstimator estimator, int horizon)
    {
        var random = new SplitMix(77);
        double[][] returns = [.. Enumerable.Range(0, 3).Select(_ => Enumerable.Range(0, 420).Select(day => Math.Round(random.Normal() * (day % 90 < 20 ? 6 : 2)) / 100).ToArray())];
        double[][] quantities = [.. Enumerable.Range(0, 40).Select(_ => Enumerable.Range(0, 3).Select(_ => (double)(random.Below(9) - 4)).ToArray())];
        Confidence level = new(decimal.Parse(confidence, System.Globalization.CultureInfo.InvariantCulture));
        return Of(History(returns), new MarginSettings { Confidence = level, Estimator = estimator }, Windows(days) with { HorizonDays = horizon }, quantities);
    }

    /// <summary>Each window by a full sort and the estimator of a run.</summary>
    private static double[] Measured(Book book, ShockMatrix changes, IReadOnlyList<ScenarioWindow> windows)
    {
        using var accelerator = new CpuAccelerator(threads: 1);
        using var scenarios = new GivenScenarios(accelerator, changes);
        using var revaluer = new Revaluer(accelerator, InstrumentCompiler.Compile(book, scenarios.Factors), scenarios);
        using var simulator = new Simulator(accelerator, revaluer, book.Positions, changes.Scenarios, new PlanOptions(), 0);
        var recorder = new LossRecorder(book.Positions.Accounts.Count, changes.Scenarios);
        simulator.Run([recorder], null, TestContext.Current.CancellationToken);
        return [.. windows.Select(window => Enumerable.Range(0, book.Positions.Accounts.Count).Sum(account => Es(book.Settings.Margin, recorder.Of(account)[window.First..window.End])))];
    }

    private static double Es(MarginSettings margin, double[] losses) =>
        new TailEstimator(margin.Estimator, margin.Confidence, losses.Length).Of(Samples.WorstFirst(losses)).Es;

    private static SimulationSettings Windows(int days) => new() { Stressed = new StressedSettings { Days = days } };
}
