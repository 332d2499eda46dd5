using System.Diagnostics;

namespace GpuRisk.Cli.Tests;

/// <summary>A run that is killed or interrupted leaves nothing that looks like a result.</summary>
public sealed class InterruptionTests(LargeBook large) : IClassFixture<LargeBook>, IDisposable
{
    /// <summary>128 and the number of the signal.</summary>
    private const int KilledByTheSystem = 137;

    private readonly TemporaryFolder place = new();
    private Process? started;

    private string Result => place.At("result");

    [Fact]
    public void A_run_that_is_killed_while_it_simulates_leaves_no_result_and_the_next_one_cleans_up()
    {
        Process process = Begin(Gpurisk.Path, LargeBook.LongRun);
        WaitFor(process, () => Partial() is not null);
        Kill(process);
        Assert.False(Directory.Exists(Result));
        Assert.NotNull(Partial());

        NextRunSucceeds();
    }

    [Fact]
    public void A_run_that_is_killed_while_it_writes_leaves_the_earlier_result_and_the_next_one_cleans_up()
    {
        Gpurisk.Run("run", SampleRun.Book, "--out", Result).Done();
        string earlier = File.ReadAllText(place.At("result", "manifest.json"));
        Process process = Begin(Gpurisk.Path, LargeBook.LongWrite);
        WaitFor(process, () => Partial() is { } folder && File.Exists(Path.Combine(folder, "margin.csv")));
        Kill(process);
        Assert.Equal(earlier, File.ReadAllText(place.At("result", "manifest.json")));
        Gpurisk.Run("verify", Result).Done();

        NextRunSucceeds();
    }

    [Theory]
    [InlineData("INT", 130)]
    [InlineData("TERM", 143)]
    [InlineData("INT", 130, "--keep-pnl", "--keep-scenarios")]
    public void A_run_that_is_interrupted_says_so_and_leaves_nothing(string signal, int code, params string[] keep)
    {
        Assert.SkipUnless(File.Exists("/usr/bin/env") && OperatingSystem.IsLinux(), "Signals are sent as Linux does.");
        // Tests may themselves run where Ctrl-C is ignored, which children inherit.
        Process process = Begin("/usr/bin/env", [.. LargeBook.LongRun, .. keep], $"--default-signal={signal}", Gpurisk.Path);
        WaitFor(process, () => Partial() is { } folder && (keep.Length == 0 || File.Exists(Path.Combine(folder, "scenarios.arrow"))));
        Task<string> output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        Task<string> error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        using (Process kill = Process.Start("/bin/sh", ["-c", $"kill -{signal} {process.Id}"]))
            kill.WaitForExit();
        Outcome outcome = Gpurisk.End(process, output, error);

        Assert.Equal((code, ""), (outcome.ExitCode, outcome.Output));
        Assert.Equal("gpurisk: interrupted; nothing was written.", outcome.ErrorLines[^1]);
        Assert.All(outcome.ErrorLines[..^1], line => Assert.EndsWith(" ...", line, StringComparison.Ordinal));
        Assert.Empty(place.Entries());
    }

    public void Dispose()
    {
        if (started is { HasExited: false })
            Kill(started);
        started?.Dispose();
        place.Dispose();
    }

    private Process Begin(string program, string[] options, params string[] before) => started = Gpurisk.Begin(new Start
    {
        Program = program,
        Arguments = [.. before, "run", large.Folder, "--out", Result, .. options],
    });

    private string? Partial() => place.Entries().Where(name => name.StartsWith(".result.partial-", StringComparison.Ordinal)).Select(name => place.At(name)).FirstOrDefault();

    /// <summary>Looks whenever a file or folder is made, and when the process ends.</summary>
    private void WaitFor(Process process, Func<bool> sign)
    {
        var changed = new SemaphoreSlim(0);
        using var watcher = new FileSystemWatcher(place.Path) { IncludeSubdirectories = true };
        watcher.Created += (_, _) => changed.Release();
        process.EnableRaisingEvents = true;
        process.Exited += (_, _) => changed.Release();
        watcher.EnableRaisingEvents = true;
        while (!sign())
        {
            Assert.False(process.HasExited, "The run ended before it could be stopped.");
            changed.Wait();
        }
    }

    private static void Kill(Process process)
    {
        process.Kill();
        process.WaitForExit();
        Assert.True(process.ExitCode == KilledByTheSystem, $"The run ended with {process.ExitCode} before it could be killed.");
    }

    private void NextRunSucceeds()
    {
        Gpurisk.Run("run", SampleRun.Book, "--out", Result).Done();
        Gpurisk.Run("verify", Result).Done();
        Assert.Equal(["result"], place.Entries());
    }
}
