using GpuRisk.Accelerators;
using GpuRisk.Accelerators.Selection;
using GpuRisk.Cli.Runs;
using GpuRisk.Simulation;
using GpuRisk.TestSupport.Devices;

namespace GpuRisk.Cli.Tests.Devices;

/// <summary>Runs that begin again: what is tried, what is said, and what the run's notes hold.</summary>
public sealed class DeviceRunsTests : IDisposable
{
    private readonly List<string> said = [];
    private readonly StandInAccelerator cuda = new("cuda:0"), cpu = new("cpu");

    [Fact]
    public void A_run_that_succeeds_says_nothing()
    {
        using DeviceRuns runs = Begin(AcceleratorChoice.Auto);
        RunDevice device = runs.Execute(on => on);
        Assert.Equal("cuda:0", device.Accelerator.Name);
        Assert.Empty(said.Concat(device.Notes));
    }

    [Theory]
    [InlineData(null, (8L << 30) / 5 * 4)]
    [InlineData(1L << 20, 1L << 20)]
    public void The_budget_is_the_user_s_or_the_device_s(long? asked, long expected)
    {
        using DeviceRuns runs = Begin(AcceleratorChoice.Auto, asked);
        Assert.Equal(expected, runs.Execute(on => on.Plan.MemoryBytes));
    }

    [Fact]
    public void A_device_without_room_is_tried_again_with_half_the_memory()
    {
        using DeviceRuns runs = Begin(AcceleratorChoice.Auto, 64 << 20);
        RunDevice device = runs.Execute(on => on.Plan.MemoryBytes > 16 << 20 ? throw new DeviceMemoryException("cuda:0: no room; use less.") : on);
        Assert.Equal(("cuda:0", 16L << 20), (device.Accelerator.Name, device.Plan.MemoryBytes));
        Assert.Equal(["cuda:0 failed: no room; use less; running again on cuda:0 within 32 MiB", "cuda:0 failed: no room; use less; running again on cuda:0 within 16 MiB"], device.Notes);
        Assert.Equal(device.Notes.Select(note => $"gpurisk: {note}."), said);
    }

    [Fact]
    public void Past_the_smallest_blocks_the_next_device_takes_over()
    {
        using DeviceRuns runs = Begin(AcceleratorChoice.Auto, 8 << 20);
        RunDevice device = runs.Execute(on =>
            on.Accelerator.Name == "cpu" ? on
            : on.Plan.MemoryBytes < 4 << 20 ? throw new MemoryBudgetException("too small")
            : throw new DeviceMemoryException("cuda:0: no room."));
        Assert.Equal(("cpu", 8L << 20), (device.Accelerator.Name, device.Plan.MemoryBytes));
        Assert.Equal("cuda:0 failed: no room; running again on cpu", device.Notes[^1]);
        Assert.Equal(3, device.Notes.Count);
    }

    [Fact]
    public void A_device_that_has_no_room_for_any_budget_hands_the_run_on()
    {
        using DeviceRuns runs = Begin(AcceleratorChoice.Auto, 4 << 20);
        int tries = 0;
        RunDevice device = runs.Execute(on =>
            on.Accelerator.Name == "cpu" ? on
            : ++tries > 9 ? throw new InvalidOperationException("It goes on for ever.")
            : throw new DeviceMemoryException("cuda:0: no room."));
        Assert.Equal((3, "cpu", 4L << 20), (tries, device.Accelerator.Name, device.Plan.MemoryBytes));
        Assert.Equal("cuda:0 failed: no room; running again on cpu", device.Notes[^1]);
    }

    [Fact]
    public void A_device_that_fails_is_closed_and_the_run_begins_again_on_the_next()
    {
        using DeviceRuns runs = Begin(AcceleratorChoice.Auto);
        RunDevice device = runs.Execute(on => on.Accelerator.Name == "cuda:0" ? throw new AcceleratorException("cuda:0: it fell off the bus.") : on);
        Assert.Equal("cpu", device.Accelerator.Name);
        Assert.Equal(["cuda:0 failed: it fell off the bus; running again on cpu"], device.Notes);
        Assert.True(cuda.Disposed);
    }

    [Fact]
    public void A_named_device_that_fails_is_the_end_of_the_run()
    {
        using DeviceRuns runs = Begin(Choice("cuda:0"));
        AcceleratorException failure = Assert.Throws<AcceleratorException>(() => runs.Execute<int>(_ => throw new AcceleratorException("cuda:0: it fell off the bus.")));
        Assert.Equal("cuda:0 failed: it fell off the bus.", failure.Message);
        Assert.Empty(said);
    }

    [Fact]
    public void When_every_device_fails_the_last_failure_is_told_and_those_before_it_were_said()
    {
        using DeviceRuns runs = Begin(AcceleratorChoice.Auto);
        AcceleratorException failure = Assert.Throws<AcceleratorException>(() => runs.Execute<int>(on => throw new AcceleratorException($"{on.Accelerator.Name}: broken.")));
        Assert.Equal("cpu failed: broken.", failure.Message);
        Assert.Equal(["gpurisk: cuda:0 failed: broken; running again on cpu."], said);
    }

    [Fact]
    public void A_budget_that_the_user_gave_is_not_escaped_on_another_device()
    {
        using DeviceRuns runs = Begin(AcceleratorChoice.Auto, 1 << 20);
        Assert.Throws<MemoryBudgetException>(() => runs.Execute<int>(_ => throw new MemoryBudgetException("too small")));
        Assert.Empty(said);
    }

    [Fact]
    public void A_device_too_small_for_the_run_hands_it_on_and_the_last_one_says_what_it_takes()
    {
        using DeviceRuns runs = Begin(AcceleratorChoice.Auto);
        Assert.Equal("cpu", runs.Execute(on => on.Accelerator.Name == "cuda:0" ? throw new MemoryBudgetException("9 MiB are needed.") : on.Accelerator.Name));
        Assert.Equal(["gpurisk: cuda:0 failed: 9 MiB are needed; running again on cpu."], said);
        using DeviceRuns last = Begin(AcceleratorChoice.Cpu);
        Assert.Equal("9 MiB are needed.", Assert.Throws<MemoryBudgetException>(() => last.Execute<int>(_ => throw new MemoryBudgetException("9 MiB are needed."))).Message);
    }

    [Fact]
    public void Devices_that_were_passed_over_stand_in_the_notes()
    {
        var asleep = new FakeProvider("cuda", [FakeProvider.Device("cuda:0", problem: "no double precision; use another device")]);
        using var runs = new DeviceRuns(new AcceleratorCatalog([Cpu(), asleep]).Search(AcceleratorChoice.Auto), new PlanRequest(null, null, Precision.Double), said.Add);
        Assert.Equal(["cuda:0 (Product cuda:0) cannot be used: no double precision; use another device"], runs.Execute(on => on.Notes));
        Assert.Single(said);
    }

    public void Dispose()
    {
        cuda.Dispose();
        cpu.Dispose();
    }

    private FakeProvider Cpu() => new("cpu", [FakeProvider.Device("cpu", () => cpu, gpu: false)]);

    private DeviceRuns Begin(AcceleratorChoice choice, long? memory = null)
    {
        var gpus = new FakeProvider("cuda", [FakeProvider.Device("cuda:0", () => cuda)]);
        return new DeviceRuns(new AcceleratorCatalog([Cpu(), gpus]).Search(choice), new PlanRequest(null, memory, Precision.Double), said.Add);
    }

    private static AcceleratorChoice Choice(string text) =>
        AcceleratorChoice.TryParse(text, out AcceleratorChoice? choice) ? choice : throw new ArgumentException(text);
}
