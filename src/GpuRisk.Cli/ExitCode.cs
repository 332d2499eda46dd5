namespace GpuRisk.Cli;

/// <summary>What the process returns.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>The work could not be done, or a verification found a difference.</summary>
    public const int Failed = 1;

    /// <summary>Unknown command, option or value.</summary>
    public const int BadUsage = 2;

    /// <summary>A file or folder that was given cannot be used.</summary>
    public const int BadInput = 3;

    /// <summary>The terminal was closed, by the shell's convention: 128 and the number of the signal.</summary>
    public const int HungUp = 129;

    /// <summary>Ctrl-C, by the shell's convention: 128 and the number of the signal.</summary>
    public const int Interrupted = 130;

    /// <summary>SIGTERM, by the same convention.</summary>
    public const int Terminated = 143;
}
