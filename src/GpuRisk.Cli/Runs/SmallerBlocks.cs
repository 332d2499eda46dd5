using System.Globalization;
using GpuRisk.Accelerators;
using GpuRisk.Simulation;

namespace GpuRisk.Cli.Runs;

/// <summary>Runs again within half the memory where a device has no room, down to the smallest blocks.</summary>
internal static class SmallerBlocks
{
    /// <summary>Some buffers do not depend on the budget: where these find no room, no budget is small enough.</summary>
    private const long LeastBytes = 1 << 20;

    /// <param name="say">Takes a line for each time that the run begins again.</param>
    /// <exception cref="AcceleratorException">The device failed, or has no room for the smallest blocks.</exception>
    public static T Run<T>(string device, PlanOptions plan, Func<PlanOptions, T> run, Action<string> say)
    {
        DeviceMemoryException? full = null;
        for (;;)
        {
            try
            {
                return run(plan);
            }
            catch (DeviceMemoryException e) when (plan.MemoryBytes / 2 >= LeastBytes)
            {
                full = e;
                plan = plan with { MemoryBytes = plan.MemoryBytes / 2 };
                say(string.Create(CultureInfo.InvariantCulture, $"{DeviceFailure.Text(device, e)}; running again on {device} within {plan.MemoryBytes >> 20} MiB"));
            }
            catch (MemoryBudgetException) when (full is not null)
            {
                // What the device said tells more than the budget that was left.
                throw new AcceleratorException(full.Message, full);
            }
        }
    }
}
