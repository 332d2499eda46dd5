namespace GpuRisk.Cli;

/// <summary>Options that do not fit together; one line for the user.</summary>
internal sealed class UsageException(string message) : Exception(message);
