using GpuRisk.Accelerators;
using GpuRisk.Domain.Instruments;
using GpuRisk.Domain.Market;
using GpuRisk.Domain.Portfolios;
using GpuRisk.Domain.Scenarios;
using GpuRisk.Simulation.Revaluation;
using GpuRisk.Simulation.Scenarios;
using GpuRisk.Simulation.Tails;
using GpuRisk.TestSupport.Devices;

namespace GpuRisk.Simulation.Tests;

/// <summary>Runs that are large for their device.</summary>
public sealed class DeviceMemoryTests
{
    private const long Gibibyte = 1L << 30;

    /// <summary>The tail of 97.5 % of 10,000 scenarios.</summary>
    private const int Keep = 250;

    [Theory]
    [InlineData(8, 8)]
    [InlineData(8, 2)]
    [InlineData(4, 1)]
    public void An_exchange_fits_a_device_of_a_few_gigabytes(int memory, int largest)
    {
        using var device = new LedgerAccelerator(memory * Gibibyte, largest * Gibibyte) { Gpu = true };
        var options = new PlanOptions { MemoryBytes = device.MemoryBytes / 5 * 4 };
        SimulationPlan plan = Allocate(device, Exchange(50_000, 100_000, 50), 10_000, options);
        Assert.InRange(device.Peak, options.MemoryBytes / 4, device.MemoryBytes);
        Assert.InRange(device.Largest, 1, device.LargestBufferBytes);
        // The prices of a tile stay in half of the cache; markets are made for thousands of scenarios at a time.
        Assert.Equal(64, plan.Tile);
        Assert.InRange(plan.Tile * plan.MarketTiles, 1_000, 10_048);
        Assert.Equal(0, device.Held);
    }

    [Fact]
    public void A_buffer_for_tails_that_no_device_allocates_is_refused_with_a_cure()
    {
        using var device = new LedgerAccelerator(64 * Gibibyte, Gibibyte);
        MemoryBudgetException refusal = Assert.Throws<MemoryBudgetException>(() => TailSelection.Bytes(device, 1_000_000, Keep));
        Assert.Equal(
            "the 250 worst scenarios of 1000000 accounts take a buffer of 2030 MiB, and the largest that cuda:0 allocates is 1024 MiB; lower --scenarios or choose another --accelerator.",
            refusal.Message);
    }

    [Fact]
    public void More_tails_than_an_array_holds_are_refused_with_a_cure()
    {
        using var device = new LedgerAccelerator(1024 * Gibibyte, 1024 * Gibibyte);
        MemoryBudgetException refusal = Assert.Throws<MemoryBudgetException>(() => TailSelection.Bytes(device, 100_000, 25_000));
        Assert.Equal("the 25000 worst scenarios of 100000 accounts are more than a run can hold, 2147483591; lower --scenarios or divide the book.", refusal.Message);
    }

    [Theory]
    [InlineData(1, 766)]
    [InlineData(2_000, 524)]
    [InlineData(3_500, 299)]
    public void Candidates_are_as_many_as_a_buffer_holds(int accounts, int capacity)
    {
        using var device = new LedgerAccelerator(Gibibyte, 8L << 20);
        using var tails = new TailSelection(device, accounts, Keep);
        Assert.Equal(8L * accounts * capacity, device.Largest);
        Assert.Equal(device.Held, TailSelection.Bytes(device, accounts, Keep));
    }

    /// <summary>The lists of what parts of an account found are no reason to refuse a run: they only save time.</summary>
    [Fact]
    public void Lists_of_candidates_are_as_long_as_a_buffer_holds()
    {
        using var device = new LedgerAccelerator(Gibibyte, 8L << 20) { Gpu = true };
        using var tails = new TailSelection(device, 40_000, keep: 10);
        Assert.Equal(8L * 40_000 * 26, device.Largest);
        Assert.Equal(device.Held, TailSelection.Bytes(device, 40_000, 10));
    }

    [Fact]
    public void An_upload_that_fails_leaves_nothing_allocated()
    {
        using var device = new LedgerAccelerator(Gibibyte, Gibibyte) { ReadOnly = true };
        Assert.Throws<AcceleratorException>(() => device.Upload<int>([1, 2, 3]));
        Assert.Equal(0, device.Held);
    }

    [Fact]
    public void A_tile_that_is_given_and_takes_too_large_a_buffer_is_refused()
    {
        using var device = new LedgerAccelerator(64 * Gibibyte, 1 << 20);
        SimulationPlan Make(int? tile, int accounts) =>
            SimulationPlan.Make(device, new PlanOptions { Tile = tile, MemoryBytes = 32 * Gibibyte }, 10_000, 10, accounts, 720, 0);
        Assert.Equal(128, Make(null, 1_000).Block);
        Assert.Contains("lower --tile", Assert.Throws<MemoryBudgetException>(() => Make(160, 1_000)).Message, StringComparison.Ordinal);
        Assert.Contains("choose another --accelerator", Assert.Throws<MemoryBudgetException>(() => Make(null, 100_000)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_tile_shrinks_before_a_budget_is_refused()
    {
        using var device = new LedgerAccelerator(64 * Gibibyte, 64 * Gibibyte);
        int unit = 2 * device.ItemGranularity;
        int TileOf(long bytes) => SimulationPlan.Make(device, new PlanOptions { MemoryBytes = bytes }, 10_000, 1_000, 100, 0, 0).Tile;
        Assert.Equal(4_096, TileOf(1L << 30));
        Assert.InRange(TileOf(4L << 20), 2 * unit, 4_095);
        Assert.Equal(unit, TileOf(unit * (8_000 + 804)));
        Assert.Throws<MemoryBudgetException>(() => TileOf(unit * (8_000 + 804) - 1));
    }

    /// <summary>A second try in smaller blocks needs the room that the first one took.</summary>
    [Fact]
    public void What_does_not_fit_leaves_nothing_allocated()
    {
        Book book = Exchange(500, 1_000, 10);
        using var whole = new LedgerAccelerator(Gibibyte, Gibibyte);
        Allocate(whole, book, 10_000, new PlanOptions { MemoryBytes = 64 << 20 });
        Assert.InRange(whole.Allocations, 20, 30);
        for (int refused = 0; refused < whole.Allocations; refused++)
        {
            using var device = new LedgerAccelerator(Gibibyte, Gibibyte) { Refused = refused };
            Assert.Throws<DeviceMemoryException>(() => Allocate(device, book, 10_000, new PlanOptions { MemoryBytes = 64 << 20 }));
            Assert.Equal(0, device.Held);
        }
    }

    [Fact]
    public void Four_fifths_of_a_GPU_are_there_for_a_run_and_two_gibibytes_of_a_host()
    {
        using var device = new LedgerAccelerator(10 * Gibibyte, Gibibyte);
        Assert.Equal(8 * Gibibyte, PlanOptions.DefaultMemoryOf(FakeProvider.Device("cuda:0").Info, device));
        Assert.Equal(2 * Gibibyte, PlanOptions.DefaultMemoryOf(FakeProvider.Device("opencl:0", gpu: false).Info, device));
        Assert.Equal(2 * Gibibyte, PlanOptions.DefaultMemoryOf(FakeProvider.Device("opencl:1", shared: true).Info, device));
    }

    /// <summary>Allocates what a run takes, in the order in which it does.</summary>
    private static SimulationPlan Allocate(Accelerator device, Book book, int scenarios, PlanOptions options)
    {
        using var stage = new EllipticalScenarios(device, Model(), 1);
        using var revaluer = new Revaluer(device, InstrumentCompiler.Compile(book, stage.Factors), stage);
        int accounts = book.Positions.Accounts.Count;
        using var simulator = new Simulator(device, revaluer, book.Positions, scenarios, options, TailSelection.Bytes(device, accounts, Keep));
        using var tails = new TailSelection(device, accounts, Keep);
        return simulator.Plan;
    }

    private static EllipticalModel Model() =>
        new() { Factors = [new FactorId(FactorKind.Spot, "BTC"), new FactorId(FactorKind.Vol, "BTC")], Volatilities = [0.04, 0.06], Cholesky = [1, 0, 0, 1], Name = "test" };

    /// <summary>Options on one coin, and accounts that hold them in turn.</summary>
    private static Book Exchange(int instruments, int accounts, int positions)
    {
        DateTimeOffset expiry = BookBuilder.AsOf.AddDays(30);
        BookBuilder book = new BookBuilder().Spot("BTC", 90_000).Forward("BTC", expiry, 91_000);
        for (int i = 0; i < instruments; i++)
            book.Instrument(new Option($"I{i}", "BTC", expiry, 50_000 + i, OptionRight.Call, Settlement.Linear, 1), 0.5);
        for (int a = 0; a < accounts; a++)
            book.Account($"A{a}", [.. Enumerable.Range(0, positions).Select(j => ((a + j) % instruments, 1.0))]);
        return book.Build();
    }
}
