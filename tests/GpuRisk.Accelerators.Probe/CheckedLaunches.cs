using GpuRisk.Accelerators.OpenCl;

namespace GpuRisk.Accelerators.Probe;

/// <summary>Launches with and without a fault, for a device that checks accesses: what it does not find in them it would not find in a kernel.</summary>
internal static class CheckedLaunches
{
    private const int Items = 64;
    private const int Rows = 4;

    public static void Run(OpenClProvider provider, string fault)
    {
        using Accelerator accelerator = provider.Open(0);
        using DeviceBuffer<double> sums = accelerator.Allocate<double>(Items * Rows);
        // Without a stride all rows add to one; with too large a one the last row lies past the end.
        var launch = new GridLaunch(fault switch { "race" => 0, "bounds" => Items + 1, _ => Items }, 1, sums);
        accelerator.ForEach(1, (queue, _) => queue.Launch(launch, Items, 0, Rows), CancellationToken.None);
        accelerator.Synchronize();
    }
}
