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
    private readonly IEnumerable<SearchStep> steps;
    private readonly Func<AcceleratorException> absent;
    private readonly List<string> passedOver = [];
    private int position;

    /// <param name="absent">Says why there is nothing to go through.</param>
    internal AcceleratorSearch(IEnumerable<SearchStep> steps, Func<AcceleratorException> absent)
    {
        this.steps = steps;
        this.absent = absent;
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
    public AcceleratorException NothingLeft() => passedOver.Count > 0 ? new AcceleratorException(string.Join("; ", passedOver) + ".") : absent();
}
