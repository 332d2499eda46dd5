using System.Diagnostics;

namespace GpuRisk.TestSupport.Devices;

/// <summary>
/// A device in software, for a process of a test's own: which drivers a process finds is decided by its environment when it starts.
/// </summary>
/// <param name="Name">As <c>--accelerator</c> takes it.</param>
/// <param name="Variables">The environment in which there is this device and no other of its kind.</param>
public sealed record SoftwareDevice(string Name, IReadOnlyDictionary<string, string> Variables)
{
    /// <summary>Set by tests/run where it has seen to it that the software is installed: a device that is missing is then a failure.</summary>
    private const string Required = "GPURISK_REQUIRED_DEVICES";

    private const string OclgrindLibrary = "/usr/lib/oclgrind/liboclgrind-rt-icd.so";

    /// <summary>Caches of drivers and of the product, out of the user's folders.</summary>
    public static string Caches => Path.Combine(Path.GetTempPath(), "gpurisk-test-caches");

    /// <summary>PoCL: OpenCL compiled for the processor. Null with the reason where it is missing.</summary>
    public static SoftwareDevice? Pocl(out string missing)
    {
        string icd = Directory.Exists("/etc/OpenCL/vendors") ? Directory.GetFiles("/etc/OpenCL/vendors", "pocl*.icd").FirstOrDefault() ?? "" : "";
        missing = icd.Length > 0 ? "" : Missing("PoCL (package pocl-opencl-icd), OpenCL on the processor, is not installed.");
        return icd.Length > 0 ? OpenCl(icd, []) : null;
    }

    /// <summary>
    /// oclgrind: OpenCL interpreted, every access and every pair of accesses checked. Findings go to <paramref name="log"/>. Its check of
    /// uninitialised values stays off: it takes the products of Philox for such, and a minute.
    /// </summary>
    public static SoftwareDevice? Oclgrind(string log, out string missing)
    {
        bool installed = File.Exists(OclgrindLibrary);
        missing = installed ? "" : Missing("oclgrind (package oclgrind), which checks OpenCL kernels, is not installed.");
        if (!installed)
            return null;
        Directory.CreateDirectory(Caches);
        string icd = Path.Combine(Caches, "oclgrind.icd");
        File.WriteAllText(icd, OclgrindLibrary + "\n");
        return OpenCl(icd, new() { ["OCLGRIND_CHECK_API"] = "1", ["OCLGRIND_DATA_RACES"] = "1", ["OCLGRIND_LOG"] = log });
    }

    /// <summary>The PTX itself, run by tests/cuda-driver in front of the product's own host code.</summary>
    public static SoftwareDevice? Cuda(out string missing)
    {
        string? problem = CudaDriverBuild.Problem;
        missing = problem is null ? "" : Missing(problem);
        return problem is null ? new SoftwareDevice("cuda:0", new Dictionary<string, string> { ["LD_LIBRARY_PATH"] = CudaDriverBuild.Folder }) : null;
    }

    /// <summary>Puts the device's environment into that of a process to be started.</summary>
    public ProcessStartInfo Into(ProcessStartInfo start)
    {
        ArgumentNullException.ThrowIfNull(start);
        foreach ((string name, string value) in Variables)
            start.Environment[name] = value;
        return start;
    }

    private static SoftwareDevice OpenCl(string icd, Dictionary<string, string> more) =>
        new("opencl:0", new Dictionary<string, string>(more)
        {
            ["OCL_ICD_VENDORS"] = icd,
            ["XDG_CACHE_HOME"] = Caches,
            ["POCL_CACHE_DIR"] = Path.Combine(Caches, "pocl"),
        });

    private static string Missing(string reason) =>
        Environment.GetEnvironmentVariable(Required) == "software" ? throw new InvalidOperationException(reason + " tests/run has installed it.") : reason;
}
