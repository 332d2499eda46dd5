using GpuRisk.Accelerators;

namespace GpuRisk.TestSupport.Devices;

/// <summary>A device of a <see cref="FakeProvider"/>.</summary>
/// <param name="Open">Opens it; null: it cannot be.</param>
public sealed record FakeDevice(DeviceInfo Info, Func<Accelerator>? Open);

/// <summary>A back end with the devices that a test gives it.</summary>
public sealed class FakeProvider(string kind, IReadOnlyList<FakeDevice> devices, params IReadOnlyList<string> problems) : IAcceleratorProvider
{
    public string Kind => kind;

    /// <summary>How often it was asked for its devices.</summary>
    public int Scans { get; private set; }

    public static FakeDevice Device(string name, Func<Accelerator>? open = null, bool gpu = true, string? problem = null, bool shared = false) =>
        new(new DeviceInfo(name, "Product " + name, "driver 1.0", 8L << 30, gpu, problem is null, problem) { SharesHostMemory = shared }, open ?? (() => new StandInAccelerator(name)));

    public DeviceScan Scan()
    {
        Scans++;
        return new DeviceScan([.. devices.Select(d => d.Info)], problems);
    }

    public Accelerator Open(int index) =>
        devices[index].Open is { } open ? open() : throw new AcceleratorException($"{kind}:{index}: it is asleep; wake it.");
}
