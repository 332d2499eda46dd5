using System.CommandLine;
using GpuRisk.Accelerators;
using GpuRisk.Cli.Output;
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
        // A leading @ is part of a file's name here, not a request to read options from that file.
        ParseResult parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0)
        {
            ErrorLines.Write([.. UsageErrors.Of(parsed)]);
            return ExitCode.BadUsage;
        }
        using var interruption = new Interruption();
        try
        {
            var configuration = new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };
            Task<int> work = Task.Run(() => parsed.InvokeAsync(configuration, interruption.Token));
            if (await Task.WhenAny(work, interruption.Overdue).ConfigureAwait(false) == work)
                return await work.ConfigureAwait(false);
            ErrorLines.ClearProgress();
            ErrorLines.Write("gpurisk: interrupted.");
            return interruption.ExitCode;
        }
#pragma warning disable CA1031 // The last line before the user: everything becomes a message.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            return Report(failure, interruption);
        }
    }

    private static int Report(Exception failure, Interruption interruption)
    {
        (int code, string[] lines) = failure switch
        {
            InvalidInputException input => (ExitCode.BadInput, [.. input.Problems.Select(p => p.ToString())]),
            ResultFolderException folder => (ExitCode.BadInput, [folder.Message]),
            UsageException or MemoryBudgetException => (ExitCode.BadUsage, ["gpurisk: " + failure.Message]),
            NonFiniteLossException or AcceleratorException => (ExitCode.Failed, ["gpurisk: " + failure.Message]),
            OperationCanceledException => (interruption.ExitCode, ["gpurisk: interrupted; nothing was written."]),
            OutOfMemoryException => (ExitCode.Failed, ["gpurisk: out of memory; lower --memory, --scenarios or the size of the book."]),
            IOException or UnauthorizedAccessException => (ExitCode.Failed, ["gpurisk: " + failure.Message]),
            _ => (ExitCode.Failed, (string[])[$"gpurisk: internal error, please report it: {failure.GetType().Name}: {failure.Message}"]),
        };
        ErrorLines.Write(lines);
        return code;
    }
}
