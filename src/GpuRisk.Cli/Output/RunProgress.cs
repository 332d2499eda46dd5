using System.Diagnostics;

namespace GpuRisk.Cli.Output;

/// <summary>Tells how far a run is, on standard error: one line that rewrites itself on a terminal, a line now and then elsewhere.</summary>
internal sealed class RunProgress : IProgress<int>, IDisposable
{
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(5);

    private readonly bool terminal = !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("TERM") != "dumb";
    private long last = Stopwatch.GetTimestamp();
    private int total;
    private bool shown;

    public void Stage(string text) => Show(text + " ...");

    /// <summary>A line that stays.</summary>
    public void Say(string line)
    {
        Dispose();
        ErrorLines.Write(line);
    }

    public void Start(int scenarios)
    {
        total = scenarios;
        Show(Text(0));
    }

    public void Report(int value) => Show(value < total ? Text(value) : "attributing and writing ...");

    public void Dispose()
    {
        if (shown)
            ErrorLines.ClearProgress();
        shown = false;
    }

    private string Text(int done) => $"simulating {Figures.Whole(done)} of {Figures.Whole(total)} scenarios ...";

    /// <summary>A line that fills the terminal could not be rewritten.</summary>
    private static string Cut(string text)
    {
        int width = Console.BufferWidth > 1 ? Console.BufferWidth - 1 : int.MaxValue;
        return text.Length <= width ? text : text[..width];
    }

    private void Show(string text)
    {
        if (terminal)
        {
            Console.Error.Write("\r\u001b[K" + Cut(ErrorLines.Shown(text)));
            shown = true;
        }
        else if (Stopwatch.GetElapsedTime(last) > Quiet)
        {
            last = Stopwatch.GetTimestamp();
            ErrorLines.Write(text);
        }
    }
}
