using System.CommandLine;
using GpuRisk.Accelerators.Selection;
using GpuRisk.Cli.Output;
using GpuRisk.Cli.Runs;
using GpuRisk.Simulation;

namespace GpuRisk.Cli.Commands;

/// <summary>Where a run computes and how it is cut up. None of these options changes a figure.</summary>
internal sealed class DeviceOptions
{
    private readonly Option<AcceleratorChoice?> accelerator = AcceleratorOption.One();

    private readonly WorkOptions work;

    private readonly Option<int?> tile = WholeNumber.Option("--tile", "Scenarios priced at a time; by default as many as the cache holds", 1, 1 << 20);

    public DeviceOptions(Command command)
    {
        command.Options.Add(accelerator);
        work = new WorkOptions(command);
        command.Options.Add(tile);
    }

    /// <summary>Opens the best device that was asked for, and says which were passed over.</summary>
    public DeviceRuns Open(ParseResult parsed, Precision precision, RunProgress progress)
    {
        progress.Stage("opening a device");
        AcceleratorSearch search = work.Catalog(parsed).Search(parsed.GetValue(accelerator) ?? AcceleratorChoice.Auto);
        return new DeviceRuns(search, new PlanRequest(parsed.GetValue(tile), work.MemoryBytes(parsed), precision), progress.Say);
    }
}
