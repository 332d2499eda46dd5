using System.CommandLine;
using GpuRisk.Accelerators;
using GpuRisk.Accelerators.Cpu;
using GpuRisk.Simulation;

namespace GpuRisk.Cli.Commands;

/// <summary>Where a run computes and how it is cut up. None of these options changes a figure.</summary>
internal sealed class DeviceOptions
{
    private readonly Option<string?> accelerator = Word.Option(
        "--accelerator", "What computes; by default auto, which takes the best there is.", "auto", "cpu");

    private readonly Option<int?> threads = WholeNumber.Option("--threads", "Processor threads; by default one a processor", 1, 1024);

    private readonly Option<int?> tile = WholeNumber.Option("--tile", "Scenarios priced at a time; by default as many as the cache holds", 1, 1 << 20);

    private readonly Option<int?> memory = WholeNumber.Option(
        "--memory", $"Budget of the buffers in MiB; by default {PlanOptions.DefaultMemoryBytes >> 20}", 1, 1 << 24);

    public DeviceOptions(Command command)
    {
        command.Options.Add(accelerator);
        command.Options.Add(threads);
        command.Options.Add(tile);
        command.Options.Add(memory);
    }

    public Accelerator Open(ParseResult parsed) => new CpuAccelerator(parsed.GetValue(threads) ?? 0);

    public PlanOptions Plan(ParseResult parsed) =>
        new()
        {
            Tile = parsed.GetValue(tile),
            MemoryBytes = parsed.GetValue(memory) is { } mebibytes ? (long)mebibytes << 20 : PlanOptions.DefaultMemoryBytes,
        };
}
