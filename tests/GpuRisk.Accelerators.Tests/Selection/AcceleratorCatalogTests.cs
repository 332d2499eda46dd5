using GpuRisk.Accelerators.Selection;
using GpuRisk.TestSupport.Devices;

namespace GpuRisk.Accelerators.Tests.Selection;

public sealed class AcceleratorCatalogTests
{
    private readonly FakeProvider cpu = new("cpu", [FakeProvider.Device("cpu", gpu: false)]);

    private readonly FakeProvider opencl = new(
        "opencl", [FakeProvider.Device("opencl:0", gpu: false), FakeProvider.Device("opencl:1"), FakeProvider.Device("opencl:2", shared: true)], "an OpenCL platform is broken; repair it.");

    private readonly FakeProvider cuda = new("cuda", [FakeProvider.Device("cuda:0"), FakeProvider.Device("cuda:1")]);

    [Theory]
    [InlineData("auto", "cuda:0 cuda:1 opencl:1 cpu")]
    [InlineData("cpu", "cpu")]
    [InlineData("opencl", "opencl:1 opencl:2 opencl:0")]
    [InlineData("opencl:0", "opencl:0")]
    [InlineData("cuda", "cuda:0 cuda:1")]
    [InlineData("cuda:1", "cuda:1")]
    [InlineData("cuda:2", "")]
    public void Candidates_come_best_first(string choice, string expected)
    {
        var catalog = new AcceleratorCatalog([cpu, opencl, cuda]);
        Assert.Equal(expected, string.Join(' ', catalog.Candidates(Choice(choice)).Select(c => c.Device.Name)));
    }

    [Fact]
    public void A_back_end_is_looked_at_only_when_it_matters_and_once()
    {
        var catalog = new AcceleratorCatalog([cpu, opencl, cuda]);
        catalog.Open(AcceleratorChoice.Cpu).Dispose();
        Assert.Equal((1, 0, 0), (cpu.Scans, opencl.Scans, cuda.Scans));
        catalog.Open(AcceleratorChoice.Auto).Dispose();
        catalog.Open(AcceleratorChoice.Auto).Dispose();
        Assert.Equal((1, 0, 1), (cpu.Scans, opencl.Scans, cuda.Scans));
        Assert.Equal(6, catalog.Scan().Devices.Count);
        Assert.Equal((1, 1, 1), (cpu.Scans, opencl.Scans, cuda.Scans));
    }

    [Fact]
    public void The_best_device_is_opened_without_a_word()
    {
        using OpenedAccelerator opened = new AcceleratorCatalog([cpu, opencl, cuda]).Open(AcceleratorChoice.Auto);
        Assert.Equal("cuda:0", opened.Accelerator.Name);
        Assert.Empty(opened.Notes);
    }

    [Fact]
    public void Auto_passes_over_what_cannot_be_opened_or_is_not_bit_exact_and_says_why()
    {
        var distorting = new DistortingAccelerator("cuda:1");
        var broken = new FakeProvider(
            "cuda", [new FakeDevice(FakeProvider.Device("cuda:0").Info, null), FakeProvider.Device("cuda:1", () => distorting)]);
        var single = new FakeProvider("opencl", [FakeProvider.Device("opencl:0", problem: "no double precision; use another device")], "an OpenCL platform is broken; repair it.");
        using OpenedAccelerator opened = new AcceleratorCatalog([cpu, broken, single]).Open(AcceleratorChoice.Auto);
        Assert.Equal("cpu", opened.Accelerator.Name);
        Assert.Equal(4, opened.Notes.Count);
        Assert.Equal("cuda:0 (Product cuda:0) cannot be used: it is asleep; wake it", opened.Notes[0]);
        Assert.StartsWith("cuda:1 (Product cuda:1) cannot be used: its self-test differs in FunctionKernels.Exp, ", opened.Notes[1], StringComparison.Ordinal);
        Assert.EndsWith("update its driver or choose another --accelerator", opened.Notes[1], StringComparison.Ordinal);
        Assert.Equal("opencl:0 (Product opencl:0) cannot be used: no double precision; use another device", opened.Notes[2]);
        Assert.Equal("an OpenCL platform is broken; repair it", opened.Notes[3]);
        Assert.True(distorting.Disposed);
    }

    [Theory]
    [InlineData("opencl:3", "opencl:3: there is no such device; gpurisk devices lists them.")]
    [InlineData("cuda", "cuda: there is no such device; gpurisk devices lists them.")]
    [InlineData("opencl:0", "opencl:0 (Product opencl:0) cannot be used: it is asleep; wake it.")]
    public void A_named_device_that_cannot_be_used_is_an_error_that_says_why(string choice, string expected)
    {
        var asleep = new FakeProvider("opencl", [new FakeDevice(FakeProvider.Device("opencl:0").Info, null)]);
        var catalog = new AcceleratorCatalog([cpu, asleep]);
        Assert.Equal(expected, Assert.Throws<AcceleratorException>(() => catalog.Open(Choice(choice))).Message);
    }

    [Fact]
    public void A_kind_without_devices_tells_what_is_broken()
    {
        var catalog = new AcceleratorCatalog([cpu, new FakeProvider("cuda", [], "cuda: the driver is too old; install a newer one.")]);
        Assert.Equal(
            "cuda: the driver is too old; install a newer one.",
            Assert.Throws<AcceleratorException>(() => catalog.Open(Choice("cuda"))).Message);
    }

    [Fact]
    public void A_search_goes_on_where_it_stopped()
    {
        AcceleratorSearch search = new AcceleratorCatalog([cpu, opencl, cuda]).Search(AcceleratorChoice.Auto);
        List<string> opened = [];
        while (search.Next() is { } next)
        {
            opened.Add(next.Device.Name);
            next.Dispose();
        }
        Assert.Equal(["cuda:0", "cuda:1", "opencl:1", "cpu"], opened);
        Assert.Null(search.Next());
    }

    [Fact]
    public void This_machine_has_a_processor_that_computes_the_right_bits()
    {
        AcceleratorCatalog catalog = AcceleratorCatalog.OfThisMachine(threads: 1);
        DeviceInfo device = Assert.Single(catalog.Scan().Devices, d => d.Name == "cpu");
        Assert.Contains("scalar)", device.Product, StringComparison.Ordinal);
        Assert.True(device is { IsGpu: false, DoublePrecision: true, Problem: null, MemoryBytes: > 0 });
        using OpenedAccelerator opened = catalog.Open(AcceleratorChoice.Cpu);
        Assert.Equal("cpu", opened.Accelerator.Name);
    }

    private static AcceleratorChoice Choice(string text) =>
        AcceleratorChoice.TryParse(text, out AcceleratorChoice? choice) ? choice : throw new ArgumentException(text);
}
