namespace GpuRisk.Accelerators;

/// <summary>A device that was found, whether it can be used or not.</summary>
/// <param name="Name">As <c>--accelerator</c> takes it: <c>cpu</c>, <c>opencl:0</c>, <c>cuda:1</c>.</param>
/// <param name="Product">What it calls itself.</param>
/// <param name="Driver">Its driver with version; for OpenCL with the platform.</param>
/// <param name="MemoryBytes">Its memory.</param>
/// <param name="IsGpu">False for processors, also behind OpenCL.</param>
/// <param name="DoublePrecision">Whether it computes in double precision.</param>
/// <param name="Problem">Why it cannot be used and what helps, or null.</param>
public sealed record DeviceInfo(string Name, string Product, string Driver, long MemoryBytes, bool IsGpu, bool DoublePrecision, string? Problem)
{
    /// <summary>Whether its memory is the host's: a processor, or a GPU beside one on the same chip.</summary>
    public bool SharesHostMemory { get; init; }

    /// <summary>A GPU with memory of its own: what a run goes to unless told otherwise. Those that share the host's compute in double precision more slowly than its processor.</summary>
    public bool IsDiscreteGpu => IsGpu && !SharesHostMemory;
}

/// <param name="Devices">In the order of their numbers.</param>
/// <param name="Problems">A line for each thing that is installed and broken; nothing where nothing is installed.</param>
public sealed record DeviceScan(IReadOnlyList<DeviceInfo> Devices, IReadOnlyList<string> Problems);

/// <summary>Finds and opens the devices of one back end.</summary>
public interface IAcceleratorProvider
{
    /// <summary><c>cpu</c>, <c>opencl</c> or <c>cuda</c>.</summary>
    string Kind { get; }

    /// <summary>Looks for devices; never throws for a driver that is missing or broken.</summary>
    DeviceScan Scan();

    /// <summary>Opens device number <paramref name="index"/> of the scan.</summary>
    /// <exception cref="AcceleratorException">There is no such device, or it cannot be used.</exception>
    Accelerator Open(int index);
}
