using System.Collections.Concurrent;
using GpuRisk.Accelerators.Cpu;
using GpuRisk.Parity.Probe;
using GpuRisk.TestSupport.Devices;

namespace GpuRisk.Parity.Tests;

/// <summary>Every kernel and the pipeline on every device that there is, in software or not, against lanes of one on the processor.</summary>
public sealed class DeviceParityTests
{
    /// <summary>Results of a case where every access is checked: some hundred times slower.</summary>
    private const int CheckedSize = 512;

    private static readonly ConcurrentDictionary<(string Name, int Size), string> Expected = new();

    [Fact]
    public void OpenCL_on_the_processor_is_zero_bits_apart()
    {
        SoftwareDevice? pocl = SoftwareDevice.Pocl(out string missing);
        Assert.SkipWhen(pocl is null, missing);
        AssertSame(pocl.Name, pocl.Variables, size: null);
    }

    [Fact]
    public void Checked_OpenCL_is_zero_bits_apart_and_finds_nothing()
    {
        string log = Path.GetTempFileName();
        try
        {
            SoftwareDevice? oclgrind = SoftwareDevice.Oclgrind(log, out string missing);
            Assert.SkipWhen(oclgrind is null, missing);
            AssertSame(oclgrind.Name, oclgrind.Variables, CheckedSize);
            Assert.Equal("", File.ReadAllText(log));
        }
        finally
        {
            File.Delete(log);
        }
    }

    [Fact]
    public void The_PTX_in_software_is_zero_bits_apart()
    {
        SoftwareDevice? cuda = SoftwareDevice.Cuda(out string missing);
        Assert.SkipWhen(cuda is null, missing);
        AssertSame(cuda.Name, cuda.Variables, size: null);
    }

    [Fact]
    public void The_GPUs_of_this_machine_are_zero_bits_apart()
    {
        var none = new Dictionary<string, string>();
        string[] devices = ProbeProcess.Run(none, "list");
        Assert.SkipWhen(devices.Length == 0, "This machine has no GPU.");
        foreach (string device in devices)
            AssertSame(device, none, size: null);
    }

    /// <param name="size">Results a case; null: as many as a thorough test asks for.</param>
    private static void AssertSame(string device, IReadOnlyDictionary<string, string> environment, int? size)
    {
        string[] lines = ProbeProcess.Run(environment, device, size is { } n ? $"{n}" : "full");
        Assert.Equal(ParityCase.All.Count, lines.Length);
        string[] wrong =
        [
            .. ParityCase.All.Where(c => !lines.Contains($"{c.Name} {device} {Digest(c, size ?? c.Size)}")).Select(c => c.Name),
        ];
        Assert.True(wrong.Length == 0, $"{device} differs in {string.Join(", ", wrong)}");
    }

    private static string Digest(ParityCase parity, int size) => Expected.GetOrAdd((parity.Name, size), _ =>
    {
        using var accelerator = new CpuAccelerator(threads: 1, LaneWidth.Scalar);
        return Bits.Digest(parity.Run(accelerator, size));
    });
}
