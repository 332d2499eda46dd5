using GpuRisk.Accelerators;
using GpuRisk.Accelerators.Selection;
using GpuRisk.Cli.Comparisons;
using GpuRisk.Cli.Output;
using GpuRisk.Cli.Runs;
using GpuRisk.Data.Results;
using GpuRisk.Domain.Measures;
using GpuRisk.Simulation;
using GpuRisk.TestSupport.Devices;

namespace GpuRisk.Cli.Tests.Devices;

/// <summary>Whole runs and comparisons of a book on devices with the faults of real ones.</summary>
public sealed class FaultyDeviceTests : IDisposable
{
    private readonly TemporaryFolder place = new();
    private readonly RunProgress progress = new();
    private readonly BookRun job;
    private readonly PreparedRun prepared;

    public FaultyDeviceTests()
    {
        job = new BookRun(progress, CancellationToken.None);
        prepared = job.Prepare(new BookRunRequest { Folder = SoundBook.WriteTo(place) });
    }

    [Fact]
    public void A_run_that_began_again_has_the_same_bits_and_says_so_in_its_notes()
    {
        RunResult result = Run(new FailingAccelerator("cuda:0"));
        Assert.Equal(ResultDigest.Compute(Run(new StandInAccelerator("cuda:0"))), ResultDigest.Compute(result));
        Assert.Equal("cuda:0 failed: it fell off the bus; running again on cpu", result.Notes[0]);
        Assert.Equal("stand-in cpu", result.Accelerator);
    }

    [Fact]
    public void A_run_that_began_again_keeps_the_same_profits_and_scenarios()
    {
        Run(new FailingAccelerator("cuda:0"), keptIn: place.At("again"));
        Run(new StandInAccelerator("cuda:0"), keptIn: place.At("once"));
        foreach (string table in new[] { "pnl.arrow", "scenarios.arrow" })
            Assert.Equal(File.ReadAllBytes(place.At("once", table)), File.ReadAllBytes(place.At("again", table)));
        Assert.Equal(500, ArrowRows.Of(place.At("once", "scenarios.arrow")).Length);
    }

    [Fact]
    public void A_device_with_less_room_than_it_says_runs_in_smaller_blocks()
    {
        RunResult result = Run(new CrampedAccelerator("cuda:0", 1 << 20), scenariosOf: "300000");
        Assert.Equal("stand-in cuda:0", result.Accelerator);
        Assert.StartsWith("cuda:0 failed: no room for ", result.Notes[0], StringComparison.Ordinal);
        Assert.Equal(ResultDigest.Compute(Run(new StandInAccelerator("cuda:0"), scenariosOf: "300000")), ResultDigest.Compute(result));
    }

    [Fact]
    public void Devices_that_agree_are_compared_without_a_word()
    {
        ComparisonResult result = Compare(new StandInAccelerator("cuda:0"));
        Assert.True(result.IsSound);
        Assert.Equal(["cpu double", "cpu mixed", "cuda:0 double", "cuda:0 mixed"], result.Rows.Select(row => $"{row.Accelerator} {row.Precision}"));
        Assert.All(result.Rows, row => Assert.True(row is { Equal: true, BitExact: true, Failure: null }));
        Assert.Equal([0.25, 0.25], result.Rows.Where(row => row.Accelerator == "cuda:0").Select(row => row.BuildSeconds));
        Assert.Equal(2, result.Rows.Select(row => row.Digest).Distinct().Count());
        Assert.Equal(0UL, result.Rows[2].Ulps);
        Assert.True(result.Rows[1].Ulps > 0);
    }

    /// <summary>One unit in the last place of the worst loss of the first account.</summary>
    [Fact]
    public void Two_devices_that_claim_the_same_bits_and_differ_are_a_contradiction()
    {
        ComparisonResult result = Compare(new DistortingAccelerator("cuda:0", rowsOnly: true));
        Assert.False(result.IsSound);
        Assert.Equal(2, result.Contradictions.Count);
        Assert.StartsWith("cuda:0 and cpu both pass the self-test and differ in double precision: ", result.Contradictions[0], StringComparison.Ordinal);
        Assert.Matches(@"figures, first \w.+ of account A1: [-0-9.e]+ and [-0-9.e]+$", result.Contradictions[0]);
        Assert.Equal((true, false), (result.Rows[2].BitExact, result.Rows[2].Equal));
        Assert.InRange(result.Rows[2].Ulps!.Value, 1UL, 1UL << 20);
    }

    [Fact]
    public void A_device_that_fails_its_self_test_contradicts_nobody()
    {
        ComparisonResult result = Compare(new DistortingAccelerator("opencl:0"));
        Assert.True(result.IsSound);
        Assert.Equal((false, false), (result.Rows[2].BitExact, result.Rows[2].Equal));
    }

    [Fact]
    public void A_device_that_fails_has_rows_without_figures_and_the_rest_is_compared()
    {
        ComparisonResult result = Compare(new FailingAccelerator("cuda:0"));
        Assert.False(result.IsSound);
        Assert.Equal("cuda:0: it fell off the bus.", result.Rows[3].Failure);
        Assert.True(result.Rows[3] is { Digest: null, Seconds: null, Ulps: null, Equal: null });
        Assert.Empty(result.Contradictions);
    }

    [Fact]
    public void The_processor_in_double_is_first_whatever_was_asked_for()
    {
        ComparisonResult result = Compare(new StandInAccelerator("cuda:0"), withProcessor: false, Precision.Mixed);
        Assert.Equal(["cpu double", "cuda:0 mixed"], result.Rows.Select(row => $"{row.Accelerator} {row.Precision}"));
    }

    public void Dispose()
    {
        progress.Dispose();
        place.Dispose();
    }

    private RunResult Run(Accelerator device, string? scenariosOf = null, string? keptIn = null)
    {
        PreparedRun run = scenariosOf is null ? prepared : job.Prepare(prepared.Request with
        {
            Override = settings => settings with { Simulation = settings.Simulation with { Scenarios = int.Parse(scenariosOf, System.Globalization.CultureInfo.InvariantCulture) } },
        });
        var cuda = new FakeProvider("cuda", [FakeProvider.Device("cuda:0", () => device)]);
        using var runs = new DeviceRuns(new AcceleratorCatalog([Cpu(), cuda]).Search(AcceleratorChoice.Auto), new PlanRequest(null, 64 << 20, Precision.Double), _ => { });
        using ResultFolder? folder = keptIn is null ? null : ResultFolder.Begin(keptIn);
        KeptTables? kept = folder is null ? null : new KeptTables(folder, Pnl: true, Scenarios: true);
        FinishedRun finished = runs.Execute(on => job.Execute(run, on, kept));
        if (folder is not null)
        {
            ResultWriter.WriteManifest(finished.Result, finished.Provenance, ResultDigest.Compute(finished.Result), folder);
            folder.Complete();
        }
        return finished.Result;
    }

    private ComparisonResult Compare(Accelerator device, bool withProcessor = true, params Precision[] precisions)
    {
        var catalog = new AcceleratorCatalog([Cpu(), new FakeProvider("cuda", [FakeProvider.Device(device.Name, () => device)])]);
        Candidate[] devices = [.. catalog.All().Where(d => withProcessor || d.Device.Name != "cpu")];
        return new Comparison(job, prepared, null, progress)
            .Run(catalog.Candidates(AcceleratorChoice.Cpu).Single(), devices, precisions.Length == 0 ? [Precision.Double, Precision.Mixed] : precisions);
    }

    private static FakeProvider Cpu() => new("cpu", [FakeProvider.Device("cpu", gpu: false)]);
}
