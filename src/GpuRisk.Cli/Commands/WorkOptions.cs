using System.CommandLine;
using GpuRisk.Accelerators.Selection;
using GpuRisk.Simulation;

namespace GpuRisk.Cli.Commands;

/// <summary>What a run may take of a machine.</summary>
internal sealed class WorkOptions
{
    private readonly Option<int?> threads = WholeNumber.Option("--threads", "Processor threads; by default one a processor", 1, 1024);

    private readonly Option<int?> memory = WholeNumber.Option(
        "--memory", $"Budget of the buffers in MiB; by default {PlanOptions.DefaultMemoryBytes >> 20}, on a GPU four fifths of its memory", 1, 1 << 24);

    public WorkOptions(Command command)
    {
        command.Options.Add(threads);
        command.Options.Add(memory);
    }

    public AcceleratorCatalog Catalog(ParseResult parsed) => AcceleratorCatalog.OfThisMachine(parsed.GetValue(threads) ?? 0);

    public long? MemoryBytes(ParseResult parsed) => parsed.GetValue(memory) is { } mebibytes ? (long)mebibytes << 20 : null;
}
