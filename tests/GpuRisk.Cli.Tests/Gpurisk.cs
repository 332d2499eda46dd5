using System.Diagnostics;
using System.Text;
using GpuRisk.TestSupport.Devices;

namespace GpuRisk.Cli.Tests;

/// <summary>What a finished process said.</summary>
public sealed record Outcome(int ExitCode, string Output, string Error)
{
    public string[] OutputLines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public string[] ErrorLines => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The output, where the process said that it is done.</summary>
    public string Done()
    {
        Assert.True(ExitCode == 0, $"exit code {ExitCode}\n{Error}");
        return Output;
    }
}

/// <summary>The product as its users start it: the built <c>gpurisk</c> as a process.</summary>
public static class Gpurisk
{
    /// <summary>Long enough for the slowest machine: a process that takes longer hangs.</summary>
    private static readonly TimeSpan Hang = TimeSpan.FromMinutes(5);

    public static string Path { get; } = System.IO.Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "gpurisk.exe" : "gpurisk");

    public static Outcome Run(params string[] arguments) => Run(new Start { Arguments = arguments });

    public static Outcome Run(Start start)
    {
        using Process process = Begin(start);
        Task<string> output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        Task<string> error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        return End(process, output, error);
    }

    public static Process Begin(Start start)
    {
        ArgumentNullException.ThrowIfNull(start);
        var info = new ProcessStartInfo(start.Program ?? Path)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            StandardOutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true),
            StandardErrorEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true),
            WorkingDirectory = start.Folder ?? AppContext.BaseDirectory,
        };
        foreach (string argument in start.Arguments)
            info.ArgumentList.Add(argument);
        // What devices' drivers and the product keep of compiled kernels stays out of the user's folders.
        info.Environment["XDG_CACHE_HOME"] = SoftwareDevice.Caches;
        info.Environment["POCL_CACHE_DIR"] = System.IO.Path.Combine(SoftwareDevice.Caches, "pocl");
        foreach ((string name, string value) in start.Environment)
            info.Environment[name] = value;
        // The program finds the runtime that runs this test, wherever it is installed.
        info.Environment.TryAdd("DOTNET_ROOT", System.IO.Path.GetFullPath(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", "..")));
        Process process = Process.Start(info)!;
        process.StandardInput.Close();
        return process;
    }

    public static Outcome End(Process process, Task<string> output, Task<string> error)
    {
        ArgumentNullException.ThrowIfNull(process);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(error);
        if (!process.WaitForExit(Hang))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail("The process hangs.");
        }
        return new Outcome(process.ExitCode, output.GetAwaiter().GetResult(), error.GetAwaiter().GetResult());
    }
}

/// <summary>How a process is started.</summary>
public sealed record Start
{
    public required IReadOnlyList<string> Arguments { get; init; }

    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>The working directory; null: that of the tests.</summary>
    public string? Folder { get; init; }

    /// <summary>A program that starts gpurisk itself; null: gpurisk.</summary>
    public string? Program { get; init; }
}
