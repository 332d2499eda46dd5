using System.CommandLine;
using GpuRisk.Accelerators;
using GpuRisk.Accelerators.Selection;
using GpuRisk.Cli.Output;

namespace GpuRisk.Cli.Commands;

/// <summary><c>gpurisk devices</c>: what can compute on this machine, and whether it computes the right bits.</summary>
internal static class DevicesCommand
{
    public static Command Create()
    {
        var json = new Option<bool>("--json") { Description = "Print JSON." };
        var command = new Command("devices", "List what can compute on this machine, each tested.") { json };
        command.SetAction((parsed, cancellation) => Task.FromResult(Execute(AcceleratorCatalog.OfThisMachine(), parsed.GetValue(json), cancellation)));
        return command;
    }

    public static int Execute(AcceleratorCatalog catalog, bool asJson, CancellationToken cancellation)
    {
        List<DeviceReport> reports = [];
        using (var progress = new RunProgress())
        {
            progress.Stage("looking for devices");
            foreach (Candidate candidate in catalog.All())
            {
                cancellation.ThrowIfCancellationRequested();
                progress.Stage($"testing {candidate.Title}");
                reports.Add(DeviceReport.Of(candidate));
            }
            cancellation.ThrowIfCancellationRequested();
        }
        if (asJson)
            DeviceReport.PrintJson(reports, catalog.Scan().Problems);
        else
            DeviceReport.PrintText(reports, catalog.Scan().Problems);
        return ExitCode.Done;
    }
}
