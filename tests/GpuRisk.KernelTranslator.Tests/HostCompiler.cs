using System.Diagnostics;
using System.Runtime.InteropServices;

namespace GpuRisk.KernelTranslator.Tests;

/// <summary>The compilers of the machine, where it has any.</summary>
internal static class HostCompiler
{
    /// <summary>What OpenCL C has and C++ has not, for one work item at a time. The item is set from outside.</summary>
    private const string OpenClInCpp =
        """
        #include <math.h>
        #include <string.h>
        #include <sys/types.h>
        #define __kernel extern "C"
        #define __global
        #define restrict __restrict__
        extern "C" { int gr_host_item; }
        static inline unsigned long get_global_id(unsigned d) { return d == 0 ? gr_host_item : 0; }
        static inline ulong as_ulong(double x) { ulong b; memcpy(&b, &x, 8); return b; }
        static inline double as_double(ulong b) { double x; memcpy(&x, &b, 8); return x; }
        static inline int popcount(uint x) { return __builtin_popcount(x); }
        static inline int popcount(ulong x) { return __builtin_popcountl(x); }
        static inline int clz(uint x) { return __builtin_clz(x); }
        static inline int clz(ulong x) { return __builtin_clzl(x); }

        """;

    /// <summary>The path of the first of the programs that is installed, or null.</summary>
    public static string? Find(params string[] programs) => programs
        .SelectMany(program => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, program)))
        .FirstOrDefault(File.Exists);

    /// <summary>Compiles the OpenCL text as C++ for this processor, and loads it.</summary>
    public static nint Load(string compiler, string openCl, DirectoryInfo folder)
    {
        string source = Path.Combine(folder.FullName, "kernels.cpp"), library = Path.Combine(folder.FullName, "kernels.so");
        File.WriteAllText(source, OpenClInCpp + openCl);
        Run(compiler, "-std=c++17", "-O2", "-ffp-contract=off", "-Wno-unknown-pragmas", "-shared", "-fPIC", source, "-o", library);
        return NativeLibrary.Load(library);
    }

    /// <summary>Runs the program to its end; what it says on failure becomes the test's message.</summary>
    public static void Run(string program, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        string errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)}\n{errors}{output.Result}");
    }
}
