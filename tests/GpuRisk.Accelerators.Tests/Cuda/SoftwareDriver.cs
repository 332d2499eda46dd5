using System.ComponentModel;
using System.Diagnostics;

namespace GpuRisk.Accelerators.Tests.Cuda;

/// <summary>
/// Runs cases of GpuRisk.Cuda.Probe in processes of their own, in front of the CUDA driver in software of tests/cuda-driver. Built once a
/// run of the tests.
/// </summary>
public sealed class SoftwareDriver
{
    private readonly Lazy<string?> problem;

    /// <summary>Set where everything that tests need was installed: then they must run.</summary>
    private static bool IsRequired => Environment.GetEnvironmentVariable("GPURISK_REQUIRED_DEVICES") == "software";

    public SoftwareDriver() => problem = new Lazy<string?>(Build);

    private static string Sources => Path.Combine(Places.Repository, "tests", "cuda-driver");

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "cuda-software");

    /// <summary>What a case prints, a line an entry; the test is skipped where no C++ compiler is installed.</summary>
    public string[] Run(string arguments, params (string Name, string Value)[] environment) => Run(arguments, "", environment);

    public string[] Run(string arguments, string input, params (string Name, string Value)[] environment)
    {
        Assert.False(IsRequired && problem.Value is not null, problem.Value);
        Assert.SkipWhen(problem.Value is not null, problem.Value ?? "");
        return Start(arguments, input, [("LD_LIBRARY_PATH", Folder), .. environment]);
    }

    /// <summary>A case with another libcuda in front, or none: <paramref name="folder"/> is where libraries are looked for first.</summary>
    public static string[] RunWith(string folder, string arguments) => Start(arguments, "", [("LD_LIBRARY_PATH", folder)]);

    private static string[] Start(string arguments, string input, (string Name, string Value)[] environment)
    {
        ProcessStartInfo start = Silent(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", Path.Combine(AppContext.BaseDirectory, "GpuRisk.Cuda.Probe.dll"));
        foreach (string argument in arguments.Split(' '))
            start.ArgumentList.Add(argument);
        foreach ((string name, string value) in environment)
            start.Environment[name] = value;
        (int code, string output, string errors) = Finish(start, input);
        Assert.True(code == 0, $"{arguments}: exit code {code}\n{output}\n{errors}");
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>Builds the driver; returns why it cannot be, where that is no fault of it.</summary>
    private static string? Build()
    {
        if (!OperatingSystem.IsLinux())
            return "The CUDA driver in software is built on Linux alone.";
        try
        {
            _ = Finish(Silent(Environment.GetEnvironmentVariable("CXX") ?? "c++", "--version"), "");
            _ = Finish(Silent(Environment.GetEnvironmentVariable("CC") ?? "cc", "--version"), "");
        }
        catch (Win32Exception)
        {
            return "No C and C++ compiler (cc, c++) is installed, which the CUDA driver in software needs.";
        }
        (int code, string output, string errors) = Finish(Silent("bash", Path.Combine(Sources, "build.sh"), Folder), "");
        return code == 0 ? null : throw new InvalidOperationException($"tests/cuda-driver/build.sh failed:\n{output}\n{errors}");
    }

    private static ProcessStartInfo Silent(string program, params string[] arguments) => new(program, arguments)
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        UseShellExecute = false,
    };

    private static (int Code, string Output, string Errors) Finish(ProcessStartInfo start, string input)
    {
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, errors.Result);
    }
}

/// <summary>Shares one build of the driver.</summary>
[CollectionDefinition(nameof(SoftwareDriver))]
public sealed class SoftwareDriverTestsShare : ICollectionFixture<SoftwareDriver>;
