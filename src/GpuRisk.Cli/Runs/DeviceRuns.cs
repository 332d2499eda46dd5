using System.Runtime.ExceptionServices;
using GpuRisk.Accelerators;
using GpuRisk.Accelerators.Selection;
using GpuRisk.Simulation;

namespace GpuRisk.Cli.Runs;

/// <summary>A device to run on.</summary>
/// <param name="Notes">What was said about devices that failed, for the result.</param>
/// <param name="OpenSeconds">Wall clock of opening it.</param>
internal sealed record RunDevice(Accelerator Accelerator, PlanOptions Plan, IReadOnlyList<string> Notes, double OpenSeconds);

/// <summary>
/// Runs on the best device there is, and begins again where one fails: with less memory on the same device where it has no room, else on
/// the next device that the user's choice allows. Every failure is said.
/// </summary>
internal sealed class DeviceRuns : IDisposable
{
    private readonly AcceleratorSearch search;
    private readonly PlanRequest request;
    private readonly Action<string> say;
    private readonly List<string> notes = [];
    private OpenedAccelerator current;

    /// <exception cref="AcceleratorException">No device can be used.</exception>
    public DeviceRuns(AcceleratorSearch search, PlanRequest request, Action<string> say)
    {
        this.search = search;
        this.request = request;
        this.say = say;
        current = search.Next() ?? throw search.NothingLeft();
        Tell(current.Notes);
    }

    /// <exception cref="AcceleratorException">Every device failed.</exception>
    public T Execute<T>(Func<RunDevice, T> run)
    {
        for (;;)
        {
            Exception failure;
            try
            {
                return WithinMemory(run);
            }
            catch (Exception e) when (e is AcceleratorException || (e is MemoryBudgetException && request.MemoryBytes is null))
            {
                failure = e;
            }
            Replace(failure);
        }
    }

    public void Dispose() => current.Dispose();

    private T WithinMemory<T>(Func<RunDevice, T> run) => SmallerBlocks.Run(
        current.Device.Name, request.On(current.Device, current.Accelerator),
        plan => run(new RunDevice(current.Accelerator, plan, [.. notes], current.Seconds)), line => Tell([line]));

    /// <summary>Takes the next device; where there is none, the failure is the run's.</summary>
    private void Replace(Exception failure)
    {
        string reason = DeviceFailure.Text(current.Device.Name, failure);
        int told = search.PassedOver.Count;
        // Its memory may be the next one's too.
        current.Dispose();
        if (search.Next() is { } next)
        {
            Tell([$"{reason}; running again on {next.Device.Name}", .. next.Notes]);
            current = next;
            return;
        }
        string[] others = [.. search.PassedOver.Skip(told)];
        if (others.Length == 0 && failure is MemoryBudgetException)
            ExceptionDispatchInfo.Throw(failure);
        throw new AcceleratorException(string.Join("; ", [reason, .. others]) + ".", failure);
    }

    private void Tell(IReadOnlyList<string> lines)
    {
        notes.AddRange(lines);
        foreach (string line in lines)
            say("gpurisk: " + line + ".");
    }
}
