using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using GpuRisk.Accelerators.OpenCl;
using GpuRisk.Accelerators.Probe;

namespace GpuRisk.Accelerators.Tests.OpenCl;

/// <summary>The OpenCL device that this machine has, or a test skipped.</summary>
internal static class OpenClHere
{
    /// <summary>Where PoCL keeps what it compiles while tests run: not in the user's folders.</summary>
    public static string PoclCache { get; } = Path.Combine(AppContext.BaseDirectory, "pocl-cache");

    /// <summary>The first device that can be used; skips the test where there is none.</summary>
    public static OpenClDevice Device
    {
        get
        {
            (IReadOnlyList<OpenClDevice> devices, _) = OpenClPlatforms.Find();
            OpenClDevice? usable = devices.FirstOrDefault(d => d.Problem is null);
            Assert.SkipWhen(usable is null, "This machine has no OpenCL device; PoCL (package pocl-opencl-icd) makes one of the processor.");
            return usable;
        }
    }

    /// <summary>The device with the probe's kernels and no cache.</summary>
    public static OpenClAccelerator Open(bool? staged = null) => new(Device, ProbeKernels.Program, new ProgramCache(null), staged);

#pragma warning disable CA2255 // PoCL reads the variable when it is loaded, before any fixture could run.
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void MoveCache()
    {
        // The runtime's own SetEnvironmentVariable does not reach native code.
        if (OperatingSystem.IsLinux())
            _ = SetEnvironment("POCL_CACHE_DIR", PoclCache, 1);
    }

    [DllImport("libc", EntryPoint = "setenv", CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetEnvironment(string name, string value, int overwrite);
}
