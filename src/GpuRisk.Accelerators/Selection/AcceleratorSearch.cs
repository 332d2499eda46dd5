namespace GpuRisk.Accelerators.Selection;

/// <summary>A device to try, or something broken that stands where a device might be.</summary>
internal sealed record SearchStep(Candidate? Candidate, string? Problem);

/// <summary>A device that is open and bit-exact.</summary>
/// <param name="Notes">A line for each better device that was passed over since the last one was opened, with the reason.</param>
/// <param name="Seconds">Wall clock of opening it: driver, building the kernels, self-test.</param>
public sealed record OpenedAccelerator(Accelerator Accelerator, DeviceInfo Device, IReadOnlyList<string> Notes, double Seconds) : IDisposable
{
    public void Dispose() => Accelerator.Dispose();
}

/// <summary>Goes through the devices that a choice allows, best first, and opens one after the other.</summary>
public sealed class AcceleratorSearch
{
    private readonly AcceleratorChoice choice;
    private readonly IEnumerable<SearchStep> steps;
    private readonly List<string> passedOver = [];
    private int position;

    internal AcceleratorSearch(AcceleratorChoice choice, IEnumerable<SearchStep> steps)
    {
        this.choice = choice;
        this.steps = steps;
    }

    /// <summary>A line for each device that was passed over so far, with the reason.</summary>
    public IReadOnlyList<string> PassedOver => passedOver;

    /// <summary>Opens the next device that can be opened and passes its self-test; null where none is left.</summary>
    public OpenedAccelerator? Next()
    {
        int told = passedOver.Count;
        while (steps.ElementAtOrDefault(position++) is { } step)
        {
            if (step.Candidate is not { } candidate)
            {
                passedOver.Add(step.Problem!.TrimEnd('.'));
                continue;
            }
            try
            {
                TestedAccelerator tested = candidate.OpenTrusted();
                return new OpenedAccelerator(tested.Accelerator, tested.Device, passedOver[told..], tested.Seconds);
            }
            catch (AcceleratorException failure)
            {
                passedOver.Add(failure.Message);
            }
        }
        return null;
    }

    /// <summary>Why no device is left, for a run that needs one.</summary>
    public AcceleratorException NothingLeft() => new(
        passedOver.Count > 0
            ? string.Join("; ", passedOver) + "."
            : $"{choice}: there is no such device; gpurisk devices lists them.");
}
