namespace GpuRisk.Cli.Tests;

/// <summary>A book that takes seconds to simulate, and tens of megabytes to write.</summary>
public sealed class LargeBook : IDisposable
{
    /// <summary>Seconds of simulation in blocks that are each short.</summary>
    public static readonly string[] LongRun = ["--scenarios", "20000", "--memory", "512"];

    /// <summary>A short simulation whose worst losses are 90 MB.</summary>
    public static readonly string[] LongWrite = ["--scenarios", "8000"];

    private readonly TemporaryFolder place = new();

    public LargeBook()
    {
        Gpurisk.Run("sample", Folder, "--accounts", "20000", "--instruments", "500").Done();
    }

    public string Folder => place.At("book");

    public void Dispose() => place.Dispose();
}
