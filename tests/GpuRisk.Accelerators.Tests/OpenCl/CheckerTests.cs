using System.Diagnostics;
using GpuRisk.Accelerators.Probe;
using GpuRisk.TestSupport.Devices;

namespace GpuRisk.Accelerators.Tests.OpenCl;

/// <summary>The device that checks every kernel finds the faults that it is there for.</summary>
public sealed class CheckerTests
{
    [Theory]
    [InlineData("sound", null)]
    [InlineData("race", "data race")]
    [InlineData("bounds", "Invalid write of size 8")]
    public void A_kernel_that_races_or_leaves_its_buffer_is_found(string fault, string? finding)
    {
        string log = Path.GetTempFileName();
        try
        {
            SoftwareDevice? oclgrind = SoftwareDevice.Oclgrind(log, out string missing);
            Assert.SkipWhen(oclgrind is null, missing);
            Run(oclgrind, fault);
            if (finding is null)
                Assert.Equal("", File.ReadAllText(log));
            else
                Assert.Contains(finding, File.ReadAllText(log), StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(log);
        }
    }

    private static void Run(SoftwareDevice device, string fault)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [typeof(ProbeKernels).Assembly.Location, fault])
        {
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        using Process process = Process.Start(device.Into(start))!;
        string errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, errors);
    }
}
