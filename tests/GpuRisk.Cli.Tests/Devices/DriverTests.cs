namespace GpuRisk.Cli.Tests.Devices;

/// <summary>Machines without drivers, and with broken ones.</summary>
public sealed class DriverTests : IDisposable
{
    private readonly TemporaryFolder place = new();

    public DriverTests() => Directory.CreateDirectory(place.At("drivers"));

    [Fact]
    public void Without_drivers_the_processor_is_listed_and_nothing_is_said()
    {
        Outcome devices = Under("devices");
        Assert.Equal(("", 0), (devices.Error, devices.ExitCode));
        Assert.Contains("  cpu ", devices.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("opencl", devices.Output, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Without_drivers_a_run_takes_the_processor_and_says_no_error()
    {
        Outcome run = Under("run", SampleRun.Book, "--scenarios", "500", "--out", place.At("result"));
        run.Done();
        Assert.Contains(" on cpu (", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("opencl", run.Output + run.Error, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("cuda", run.Output + run.Error, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_broken_driver_is_named_with_its_cure()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && OpenClLoaderIsInstalled(), "Without OpenCL's loader no driver is looked for.");
        string icd = place.At("drivers", "broken.icd");
        File.WriteAllText(icd, "libnowhere.so.7\n");
        string line = $"opencl: {icd} names libnowhere.so.7, which cannot be loaded; reinstall or remove that driver.";
        Outcome devices = Under("devices");
        Assert.Equal(0, devices.ExitCode);
        Assert.Contains(line, devices.Output, StringComparison.Ordinal);
        Under("run", SampleRun.Book, "--scenarios", "500", "--out", place.At("result")).Done();
        Outcome named = Under("run", SampleRun.Book, "--accelerator", "opencl", "--out", place.At("named"));
        Assert.Equal(1, named.ExitCode);
        Assert.Contains(line, named.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", named.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(place.At("named")));
    }

    public void Dispose() => place.Dispose();

    private static bool OpenClLoaderIsInstalled() =>
        new[] { "/usr/lib", "/usr/lib64", "/usr/local/lib" }.Where(Directory.Exists)
            .Any(folder => Directory.EnumerateFiles(folder, "libOpenCL.so*", new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 1 }).Any());

    /// <summary>CUDA's driver, where there is one, is told to show no device.</summary>
    private Outcome Under(params string[] arguments) => Gpurisk.Run(new Start
    {
        Arguments = arguments,
        Environment = new Dictionary<string, string> { ["OCL_ICD_VENDORS"] = place.At("drivers"), ["CUDA_VISIBLE_DEVICES"] = "-1", ["COLUMNS"] = "200" },
    });
}
