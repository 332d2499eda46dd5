namespace GpuRisk.Benchmarks.Commands;

/// <summary>What the process returns.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>A figure is not what it should be, or the work could not be done.</summary>
    public const int Failed = 1;

    public const int BadUsage = 2;
}
