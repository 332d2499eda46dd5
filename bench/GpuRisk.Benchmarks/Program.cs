using System.CommandLine;
using GpuRisk.Accelerators;
using GpuRisk.Benchmarks.Commands;
using GpuRisk.Data.Results;
using GpuRisk.Domain.Input;
using GpuRisk.Simulation;

var root = new RootCommand("Benchmarks of GpuRisk: the reference job, loading a book, drawing scenarios, and suites of kernels and stages.")
{
    JobCommand.Create(),
    LoadCommand.Create(),
    LoadCommand.CreateOne(),
    ErrorsCommand.Create(),
    ScenariosCommand.Create(),
    SuitesCommand.Create(),
};
ParseResult parsed = root.Parse(args);
if (parsed.Errors.Count > 0)
{
    foreach (string message in parsed.Errors.Select(e => e.Message).Distinct())
        Console.Error.WriteLine(message);
    return ExitCode.BadUsage;
}
try
{
    return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false }).ConfigureAwait(false);
}
catch (MemoryBudgetException failure)
{
    Console.Error.WriteLine(failure.Message);
    return ExitCode.BadUsage;
}
catch (Exception failure) when (failure is AcceleratorException or OperationCanceledException or InvalidInputException or ResultFolderException or IOException)
{
    Console.Error.WriteLine(failure.Message);
    return ExitCode.Failed;
}
