using System.ComponentModel;
using System.Diagnostics;

namespace GpuRisk.TestSupport;

/// <summary>
/// JavaScript's implementation of Arrow, the npm package apache-arrow, installed once into a folder that the repository ignores; processes of
/// tests take turns.
/// </summary>
public static class ArrowPackage
{
    private const string Turn = @"Global\gpurisk-tests-arrow-js";

    private static readonly Lazy<string?> Installed = new(Install);

    /// <summary>The package's own folder of programs.</summary>
    public static string Folder { get; } = Path.Combine(Places.Repository, "tests", "arrow-js");

    public static string Modules => Path.Combine(Folder, "node_modules");

    /// <summary>What is not installed; null where all is there.</summary>
    public static string? Missing => Installed.Value;

    private static string? Install()
    {
        using Mutex turn = new(initiallyOwned: false, Turn);
        try
        {
            turn.WaitOne();
        }
        catch (AbandonedMutexException)
        {
            // Whoever had it was killed: it is this one's turn.
        }
        try
        {
            bool there = File.Exists(Path.Combine(Modules, "apache-arrow", "package.json"));
            return (there ? null : Run("npm", "ci", "--no-audit", "--no-fund")) ?? Run("node", "--version");
        }
        finally
        {
            turn.ReleaseMutex();
        }
    }

    /// <summary>Null where the program ran to a good end, else what it said.</summary>
    private static string? Run(string program, params string[] arguments)
    {
        try
        {
            ProcessStartInfo start = new(program, arguments) { WorkingDirectory = Folder, RedirectStandardError = true, RedirectStandardOutput = true };
            using Process process = Process.Start(start)!;
            Task<string> output = process.StandardOutput.ReadToEndAsync();
            string errors = process.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? null : $"{program} {string.Join(' ', arguments)}: {errors}{output.Result}";
        }
        catch (Win32Exception e)
        {
            return $"{program} is not installed ({e.Message}).";
        }
    }
}
