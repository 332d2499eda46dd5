using System.ComponentModel;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace GpuRisk.Cli.Tests;

/// <summary>
/// "Reading a result" of data/README.md, as it stands there, in whatever of those programs is installed: an example that does not run is worse
/// than none.
/// </summary>
public sealed partial class ReadingTests : IDisposable
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Places.Repository, "data", "README.md"));

    private readonly TemporaryFolder place = new();

    public static TheoryData<string, int> Sections => new() { { "pyarrow", 2 }, { "polars", 1 }, { "pandas", 1 }, { "DuckDB", 1 }, { "R", 1 }, { "JavaScript", 1 } };

    /// <summary>The account with the largest margin of the sample, or the shape of its profits.</summary>
    [Theory]
    [MemberData(nameof(Sections))]
    public void An_example_runs_and_finds_what_the_result_holds(string section, int count)
    {
        Snippet[] snippets = Of(section);
        Assert.Equal(count, snippets.Length);
        Assert.SkipWhen(Missing(section, snippets) is not null, Missing(section, snippets) ?? "");
        Gpurisk.Run("run", SampleRun.Book, "--out", Directory.CreateDirectory(place.At("results")).FullName + "/sample", "--keep-pnl").Done();
        foreach (Snippet snippet in snippets)
        {
            (int code, string output) = Run(snippet);
            Assert.True(code == 0, output);
            Assert.Contains(snippet.Code.Contains("pnl.arrow", StringComparison.Ordinal) ? "(60, 10000)" : "outright-0031", output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void No_example_is_left_out() => Assert.Equal(Fence().Count(Page[Page.IndexOf("\n# Reading a result\n", StringComparison.Ordinal)..]), Sections.Sum(section => section.Data.Item2));

    public void Dispose() => place.Dispose();

    private static Snippet[] Of(string section)
    {
        string part = Page[Page.IndexOf("\n# Reading a result\n", StringComparison.Ordinal)..];
        part = part[part.IndexOf($"\n## {section}\n", StringComparison.Ordinal)..];
        int end = part.IndexOf("\n#", 1, StringComparison.Ordinal);
        return [.. Fence().Matches(end < 0 ? part : part[..end]).Select(match => new Snippet(match.Groups[1].Value, match.Groups[2].Value))];
    }

    [GeneratedRegex("```(python|r|js)\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Fence();

    /// <summary>What is not installed here; null where all is there.</summary>
    private string? Missing(string section, Snippet[] snippets)
    {
        if (snippets[0].Language == "js")
            return ArrowPackage.Missing;
        string[] packages = [.. snippets.SelectMany(snippet => Package().Matches(snippet.Code)).Select(match => match.Groups[1].Value)];
        // pandas reads Arrow through pyarrow.
        if (section == "pandas")
            packages = [.. packages, "pyarrow"];
        string check = string.Concat(packages.Distinct().Select(package => snippets[0].Language == "r" ? $"library({package})\n" : $"import {package}\n"));
        return Run(new Snippet(snippets[0].Language, check)).Code == 0
            ? null
            : $"{(section == "R" ? "R" : "Python")} with {string.Join(" and ", packages.Distinct())} is not installed.";
    }

    [GeneratedRegex(@"^(?:import |library\()(\w+)", RegexOptions.Multiline)]
    private static partial Regex Package();

    private (int Code, string Output) Run(Snippet snippet)
    {
        (string program, string file) = snippet.Language switch
        {
            "python" => ("python3", "example.py"),
            "r" => ("Rscript", "example.R"),
            _ => ("node", "example.mjs"),
        };
        place.Write(file, snippet.Code);
        // Node finds packages in folders above the program.
        if (snippet.Language == "js")
            Directory.CreateSymbolicLink(place.At("node_modules"), ArrowPackage.Modules);
        try
        {
            ProcessStartInfo start = new(program, file) { WorkingDirectory = place.Path, RedirectStandardOutput = true, RedirectStandardError = true };
            using Process process = Process.Start(start)!;
            Task<string> errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, output + errors.GetAwaiter().GetResult());
        }
        catch (Win32Exception failure)
        {
            return (-1, failure.Message);
        }
    }

    private sealed record Snippet(string Language, string Code);
}
