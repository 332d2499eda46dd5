using System.ComponentModel;
using System.Diagnostics;

namespace GpuRisk.TestSupport.Devices;

/// <summary>Builds the CUDA driver in software, tests/cuda-driver, once a process; processes take turns.</summary>
public static class CudaDriverBuild
{
    private static readonly Lazy<string?> Built = new(Build);

    /// <summary>Where libcuda.so.1 lies.</summary>
    public static string Folder => Path.Combine(AppContext.BaseDirectory, "cuda-software");

    /// <summary>Why there is no driver here, where that is no fault of it; null where there is one.</summary>
    public static string? Problem => Built.Value;

    private static string? Build()
    {
        if (!OperatingSystem.IsLinux())
            return "The CUDA driver in software is built on Linux alone.";
        try
        {
            _ = Run(Environment.GetEnvironmentVariable("CXX") ?? "c++", "--version");
            _ = Run(Environment.GetEnvironmentVariable("CC") ?? "cc", "--version");
        }
        catch (Win32Exception)
        {
            return "No C and C++ compiler (cc, c++) is installed, which the CUDA driver in software needs.";
        }
        (int code, string output) = Run("bash", Path.Combine(Places.Repository, "tests", "cuda-driver", "build.sh"), Folder);
        return code == 0 ? null : throw new InvalidOperationException($"tests/cuda-driver/build.sh failed:\n{output}");
    }

    private static (int Code, string Output) Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + errors.Result);
    }
}
