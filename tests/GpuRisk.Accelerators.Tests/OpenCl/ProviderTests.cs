using System.Diagnostics;
using System.Runtime.InteropServices;
using GpuRisk.Accelerators.OpenCl;
using GpuRisk.Accelerators.Probe;

namespace GpuRisk.Accelerators.Tests.OpenCl;

/// <summary>
/// What is found under other sets of drivers. The loader reads them once a process, so a process of its own looks; where no loader is
/// installed it finds nothing and says nothing.
/// </summary>
public sealed class ProviderTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("gpurisk-icd-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Devices_are_found_in_the_order_of_their_numbers()
    {
        OpenClDevice here = OpenClHere.Device;
        var provider = new OpenClProvider(ProbeKernels.Program, new ProgramCache(null));
        Assert.Equal("opencl", provider.Kind);
        DeviceScan scan = provider.Scan();
        Assert.Equal(Enumerable.Range(0, scan.Devices.Count).Select(i => $"opencl:{i}"), scan.Devices.Select(d => d.Name));
        Assert.Contains(here.Info, scan.Devices);
        Assert.Equal(scan.Devices, provider.Scan().Devices);
        using Accelerator opened = provider.Open(scan.Devices.ToList().IndexOf(here.Info));
        Assert.Equal(here.Description, opened.Description);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(99)]
    public void A_device_that_is_not_there_is_refused_with_those_that_are(int index)
    {
        OpenClDevice here = OpenClHere.Device;
        var provider = new OpenClProvider(ProbeKernels.Program, new ProgramCache(null));
        AcceleratorException refused = Assert.Throws<AcceleratorException>(() => provider.Open(index));
        Assert.StartsWith($"opencl:{index}: there is no such device", refused.Message, StringComparison.Ordinal);
        Assert.Contains(here.Description, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Threads_that_look_at_once_see_the_same_devices()
    {
        _ = OpenClHere.Device;
        int devices = new OpenClProvider(ProbeKernels.Program, new ProgramCache(null)).Scan().Devices.Count;
        Assert.Equal([$"devices {devices}"], Probe("together", vendors: null));
    }

    [Fact]
    public void Without_drivers_there_is_nothing_and_nothing_is_said()
    {
        Assert.Empty(Probe());
        Assert.Equal(["refused opencl:0: there is no such device; no OpenCL device was found; install the driver of your device, or use --accelerator cpu."], Probe("open"));
    }

    [Fact]
    public void Without_a_loader_there_is_nothing_and_nothing_is_said()
    {
        // What cannot be loaded stands before what the system has.
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux is told by a variable where libraries are.");
        Write("broken.icd", "libnowhere.so.7");
        Write("libOpenCL.so.1", "");
        Write("libOpenCL.so", "");
        Assert.Empty(Probe(null, folder, libraries: folder));
    }

    [Fact]
    public void A_library_that_is_no_loader_is_named()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux is told by a variable where libraries are.");
        File.Copy(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "libSystem.Native.so"), Path.Combine(folder, "libOpenCL.so.1"));
        string line = Assert.Single(Probe(null, folder, libraries: folder));
        Assert.StartsWith("problem opencl: the installed OpenCL library is not one for OpenCL 1.2; install", line, StringComparison.Ordinal);
    }

    [Fact]
    public void A_driver_that_cannot_be_loaded_is_named()
    {
        _ = OpenClHere.Device;
        string file = Path.Combine(folder, "broken.icd");
        File.WriteAllText(file, "libnowhere.so.7\n");
        Assert.Equal([$"problem opencl: {file} names libnowhere.so.7, which cannot be loaded; reinstall or remove that driver."], Probe());
    }

    [Fact]
    public void A_broken_driver_does_not_hide_the_others()
    {
        OpenClDevice here = OpenClHere.Device;
        foreach (string icd in Directory.Exists("/etc/OpenCL/vendors") ? Directory.GetFiles("/etc/OpenCL/vendors", "*.icd") : [])
            File.Copy(icd, Path.Combine(folder, Path.GetFileName(icd)));
        File.WriteAllText(Path.Combine(folder, "broken.icd"), "libnowhere.so.7");
        string[] lines = Probe();
        Assert.Contains($"device {here.Name} usable", lines);
        Assert.Single(lines, line => line.StartsWith("problem ", StringComparison.Ordinal));
    }

    [Fact]
    public void Programs_are_kept_in_the_users_cache()
    {
        OpenClDevice here = OpenClHere.Device;
        Assert.SkipUnless(here.Name == "opencl:0", "The first OpenCL device of this machine cannot be used.");
        string[] lines = Probe("open", vendors: null);
        Assert.Contains($"opened {here.Description}", lines);
        Assert.Single(Directory.GetFiles(Path.Combine(folder, "gpurisk", "opencl")));
    }

    [Fact]
    public void Files_of_drivers_are_read_with_care()
    {
        Assert.Empty(InstalledDrivers.Broken(Path.Combine(folder, "absent")));
        Assert.Empty(InstalledDrivers.Broken(folder));
        string empty = Write("a.icd", "");
        string binary = Write("b.icd", "\u0007\u001b[31m\0\u0001");
        string late = Write("c.icd", "\nlibnowhere.so\n");
        string other = Write("d.icd", "libc.so.6");
        Write("e.txt", "libnowhere.so");
        Directory.CreateDirectory(Path.Combine(folder, "f.icd"));
        IReadOnlyList<string> problems = InstalledDrivers.Broken(folder);
        Assert.Equal(4, problems.Count);
        Assert.Equal($"opencl: {empty} names no library; reinstall or remove that driver.", problems[0]);
        Assert.StartsWith($"opencl: {binary} names [31m, which", problems[1], StringComparison.Ordinal);
        Assert.Equal($"opencl: {late} names no library; reinstall or remove that driver.", problems[2]);
        if (OperatingSystem.IsLinux())
            Assert.Equal($"opencl: {other} names libc.so.6, which is no OpenCL driver; reinstall or remove that driver.", problems[3]);
        Assert.Equal([problems[0]], InstalledDrivers.Broken(empty));
    }

    private string Write(string name, string text)
    {
        string file = Path.Combine(folder, name);
        File.WriteAllText(file, text);
        return file;
    }

    private string[] Probe(string? argument = null) => Probe(argument, folder);

    /// <summary>The lines of the probe, run with these drivers and libraries (null: the system's) and with caches of its own.</summary>
    private string[] Probe(string? argument, string? vendors, string? libraries = null)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.ArgumentList.Add(typeof(ProbeKernels).Assembly.Location);
        if (argument is not null)
            start.ArgumentList.Add(argument);
        if (vendors is not null)
            start.Environment["OCL_ICD_VENDORS"] = vendors;
        if (libraries is not null)
            start.Environment["LD_LIBRARY_PATH"] = libraries;
        start.Environment["XDG_CACHE_HOME"] = folder;
        start.Environment["POCL_CACHE_DIR"] = OpenClHere.PoclCache;
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, errors.Result);
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
