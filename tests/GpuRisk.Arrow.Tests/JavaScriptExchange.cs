using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;

namespace GpuRisk.Arrow.Tests;

/// <summary>
/// Files of every column and of all together, as JavaScript's implementation reads them and writes them again: one run of node for all tests.
/// </summary>
public sealed class JavaScriptExchange : IDisposable
{
    public const string AllColumns = "all columns";

    private readonly string folder = Directory.CreateTempSubdirectory("arrow-js-").FullName;

    public JavaScriptExchange()
    {
        if (Missing is not null)
            return;
        foreach (string name in SampleColumns.Names.Append(AllColumns))
        {
            RecordBatch[] batches = Batches(name);
            File.WriteAllBytes(PathOf(name, ".arrow"), Written.File(batches[0].Schema, batches));
            File.WriteAllBytes(PathOf(name, ".arrows"), Written.Stream(batches[0].Schema, batches));
        }
        Failure = Run("node", ArrowPackage.Folder, Path.Combine(ArrowPackage.Folder, "exchange.mjs"), folder);
    }

    /// <summary>What is not installed; null where all is there.</summary>
    public string? Missing { get; } = ArrowPackage.Missing;

    /// <summary>Why the program failed as a whole; null where it ran.</summary>
    public string? Failure { get; }

    public static RecordBatch[] Batches(string name)
    {
        Predicate<string> which = column => name == AllColumns || column == name;
        return
        [
            SampleColumns.Batch(19, row => row % 3 == 1, 5, which), SampleColumns.Batch(0, _ => false, 6, which),
            SampleColumns.Batch(9, _ => false, 7, which), SampleColumns.Batch(8, _ => true, 8, which),
        ];
    }

    public string PathOf(string name, string ending) =>
        Path.Combine(folder, SampleColumns.Names.Append(AllColumns).ToList().IndexOf(name).ToString("d2", System.Globalization.CultureInfo.InvariantCulture) + ending);

    /// <summary>What JavaScript read.</summary>
    public JsonDocument Read(string name, string ending)
    {
        RequireSuccess(name, ending);
        return JsonDocument.Parse(File.ReadAllBytes(PathOf(name, ending + ".json")));
    }

    /// <summary>What JavaScript wrote of what it read.</summary>
    public byte[] Rewritten(string name, string ending)
    {
        RequireSuccess(name, ending);
        return File.ReadAllBytes(PathOf(name, ending + ".js"));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private void RequireSuccess(string name, string ending)
    {
        Assert.Null(Failure);
        string error = PathOf(name, ending + ".error");
        Assert.False(File.Exists(error), File.Exists(error) ? File.ReadAllText(error) : null);
    }

    /// <summary>Null where the program ran to a good end, else what it said.</summary>
    private static string? Run(string program, string folder, params string[] arguments)
    {
        try
        {
            ProcessStartInfo start = new(program, arguments) { WorkingDirectory = folder, RedirectStandardError = true, RedirectStandardOutput = true };
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
