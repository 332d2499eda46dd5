using System.CommandLine;
using GpuRisk.Accelerators;
using GpuRisk.Data.Results;
using GpuRisk.Domain.Input;
using GpuRisk.Margin;
using GpuRisk.Simulation;

namespace GpuRisk.Cli;

/// <summary>Turns whatever goes wrong into lines on standard error and an exit code; a user never sees a stack trace.</summary>
internal static class Boundary
{
    public static async Task<int> Invoke(RootCommand root, string[] args)
    {
        ParseResult parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (string message in parsed.Errors.Select(e => e.Message).Distinct())
                await Console.Error.WriteLineAsync($"gpurisk: {message.ReplaceLineEndings(" ").Replace("\t", "", StringComparison.Ordinal)}").ConfigureAwait(false);
            await Console.Error.WriteLineAsync("gpurisk: see 'gpurisk --help', or --help after a command.").ConfigureAwait(false);
            return ExitCode.BadUsage;
        }
        try
        {
            var configuration = new InvocationConfiguration { EnableDefaultExceptionHandler = false };
            return await parsed.InvokeAsync(configuration).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // The last line before the user: everything becomes a message.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            return await Report(failure).ConfigureAwait(false);
        }
    }

    private static async Task<int> Report(Exception failure)
    {
        (int code, string message) = failure switch
        {
            InvalidInputException input => (ExitCode.BadInput, string.Join(Environment.NewLine, input.Problems)),
            ResultFolderException folder => (ExitCode.BadInput, folder.Message),
            UsageException or MemoryBudgetException => (ExitCode.BadUsage, "gpurisk: " + failure.Message),
            NonFiniteLossException or AcceleratorException => (ExitCode.Failed, "gpurisk: " + failure.Message),
            OperationCanceledException => (ExitCode.Interrupted, "gpurisk: interrupted; nothing was written."),
            OutOfMemoryException => (ExitCode.Failed, "gpurisk: out of memory; lower --memory, --scenarios or the size of the book."),
            IOException or UnauthorizedAccessException => (ExitCode.Failed, "gpurisk: " + failure.Message),
            _ => (ExitCode.Failed, $"gpurisk: internal error, please report it: {failure.GetType().Name}: {failure.Message}".ReplaceLineEndings(" ")),
        };
        await Console.Error.WriteLineAsync(message).ConfigureAwait(false);
        return code;
    }
}
