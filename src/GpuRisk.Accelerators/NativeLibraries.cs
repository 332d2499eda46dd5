using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

[assembly: DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]

namespace GpuRisk.Accelerators;

/// <summary>Finds the libraries that drivers install: each system calls them differently, and on many machines there are none.</summary>
internal static class NativeLibraries
{
    public const string OpenCl = "OpenCL";
    public const string Cuda = "cuda";

    /// <summary>What this system calls the library.</summary>
    public static string FileName(string name) => Candidates(name)[0];

    /// <summary>Whether the library is installed for this system and processor.</summary>
    public static bool IsInstalled(string name) => Load(name) != 0;

    /// <summary>Whether the library is installed and has the function, which older ones lack.</summary>
    public static bool Exports(string name, string function) => Load(name) is var library and not 0 && NativeLibrary.TryGetExport(library, function, out _);

#pragma warning disable CA2255 // An assembly takes one resolver, which must stand before the first call into any of the libraries.
    // For names that are not of drivers Load gives 0, upon which the runtime looks in its own way.
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void SetResolver() =>
        NativeLibrary.SetDllImportResolver(typeof(NativeLibraries).Assembly, static (name, _, _) => Load(name));

    /// <summary>0 where nothing is found. What is loaded stays: drivers do not survive being unloaded.</summary>
    public static nint Load(string name)
    {
        Assembly assembly = typeof(NativeLibraries).Assembly;
        foreach (string candidate in Candidates(name))
        {
            // Never the folder of the program: drivers live where the system keeps them.
            if (NativeLibrary.TryLoad(candidate, assembly, DllImportSearchPath.System32, out nint handle))
                return handle;
        }
        return 0;
    }

    private static string[] Candidates(string name) => name switch
    {
        OpenCl when OperatingSystem.IsWindows() => ["OpenCL.dll"],
        OpenCl when OperatingSystem.IsMacOS() => ["/System/Library/Frameworks/OpenCL.framework/OpenCL"],
        OpenCl => ["libOpenCL.so.1", "libOpenCL.so"],
        Cuda when OperatingSystem.IsWindows() => ["nvcuda.dll"],
        Cuda => ["libcuda.so.1"],
        _ => [],
    };
}
