using System.CommandLine;
using GpuRisk.Accelerators;
using GpuRisk.Accelerators.Cpu;
using GpuRisk.Simulation;

namespace GpuRisk.Cli.Commands;

/// <summary>Where a run computes and how it is cut up. None of these options changes a figure.</summary>
internal sealed class DeviceOptions
{
    private readonly Option<string> accelerator = new("--accelerator")
    {
        Description = "What computes: auto takes the best there is.",
        DefaultValueFactory = _ => "auto",
    };

    private readonly Option<int> threads = new("--threads") { Description = "Processor threads; 0: one a processor.", DefaultValueFactory = _ => 0 };

    private readonly Option<int?> tile = new("--tile") { Description = "Scenarios priced at a time; by default as many as the cache holds." };

    private readonly Option<int> memory = new("--memory")
    {
        Description = "Budget of the buffers in MiB.",
        DefaultValueFactory = _ => (int)(PlanOptions.DefaultMemoryBytes >> 20),
    };

    public DeviceOptions(Command command)
    {
        accelerator.AcceptOnlyFromAmong("auto", "cpu");
        Limits.Between(threads, 0, 1024);
        Limits.Between(tile, 1, 1 << 20);
        Limits.Between(memory, 1, 1 << 24);
        command.Options.Add(accelerator);
        command.Options.Add(threads);
        command.Options.Add(tile);
        command.Options.Add(memory);
    }

    public Accelerator Open(ParseResult parsed) => new CpuAccelerator(parsed.GetValue(threads));

    public PlanOptions Plan(ParseResult parsed) =>
        new() { Tile = parsed.GetValue(tile), MemoryBytes = (long)parsed.GetValue(memory) << 20 };
}
