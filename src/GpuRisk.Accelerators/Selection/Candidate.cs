using System.Diagnostics;

namespace GpuRisk.Accelerators.Selection;

/// <summary>A device that was found and may be opened.</summary>
/// <param name="Index">Its number among the devices of its provider.</param>
public sealed record Candidate(IAcceleratorProvider Provider, int Index, DeviceInfo Device)
{
    /// <summary>Its name, and what it calls itself: <c>cuda:0 (NVIDIA H200)</c>.</summary>
    public string Title => $"{Device.Name} ({Device.Product})";

    /// <summary>Opens the device and tests it; a device whose bits differ is opened all the same.</summary>
    /// <exception cref="AcceleratorException">It cannot be used; the message names it.</exception>
    public TestedAccelerator OpenAndTest()
    {
        if (Device.Problem is { } problem)
            throw Unusable(problem, null);
        long start = Stopwatch.GetTimestamp();
        Accelerator? accelerator = null;
        try
        {
            accelerator = Provider.Open(Index);
            SelfTestVerdict verdict = SelfTest.Run(accelerator);
            return new TestedAccelerator(accelerator, Device, verdict, Stopwatch.GetElapsedTime(start).TotalSeconds);
        }
        catch (AcceleratorException failure)
        {
            accelerator?.Dispose();
            throw Unusable(failure.Message, failure);
        }
    }

    /// <summary>Opens the device, and refuses it where it fails its test.</summary>
    /// <exception cref="AcceleratorException">It cannot be used or is not bit-exact; the message names it.</exception>
    public TestedAccelerator OpenTrusted()
    {
        TestedAccelerator tested = OpenAndTest();
        if (tested.SelfTest.IsBitExact)
            return tested;
        tested.Dispose();
        throw Unusable(
            $"its self-test differs in {string.Join(", ", tested.SelfTest.Differing)}, so its figures would not be those of other devices; update its driver or choose another --accelerator",
            null);
    }

    private AcceleratorException Unusable(string reason, AcceleratorException? cause)
    {
        // Providers may name the device themselves.
        string own = Device.Name + ": ";
        string said = (reason.StartsWith(own, StringComparison.Ordinal) ? reason[own.Length..] : reason).TrimEnd('.');
        return new AcceleratorException($"{Title} cannot be used: {said}", cause);
    }
}

/// <summary>A device that is open and has been tested.</summary>
/// <param name="Seconds">Wall clock of opening it: driver, building the kernels, self-test.</param>
public sealed record TestedAccelerator(Accelerator Accelerator, DeviceInfo Device, SelfTestVerdict SelfTest, double Seconds) : IDisposable
{
    public void Dispose() => Accelerator.Dispose();
}
