using System.Globalization;
using System.Runtime.InteropServices;

namespace GpuRisk.Accelerators.Cuda;

/// <summary>A device of the driver, as it describes itself.</summary>
internal sealed unsafe class CudaDevice
{
    private const int LeastMajor = 7;
    private const int ComputeModeProhibited = 2;

    private readonly CudaDriver driver;
    private readonly int device;

    /// <exception cref="AcceleratorException">The driver does not know the device, or cannot describe it.</exception>
    public CudaDevice(CudaDriver driver, int index)
    {
        this.driver = driver;
        Index = index;
        int handle, version;
        Check(driver.DeviceGet(&handle, index), "cuDeviceGet");
        device = handle;
        Check(driver.DriverGetVersion(&version), "cuDriverGetVersion");
        Driver = string.Create(CultureInfo.InvariantCulture, $"{version / 1000}.{version % 1000 / 10}");
        Product = ReadName();
        nuint bytes;
        Check(driver.DeviceTotalMem(&bytes, device), "cuDeviceTotalMem");
        MemoryBytes = (long)bytes;
        Capability = (Attribute(CudaDeviceAttribute.ComputeCapabilityMajor), Attribute(CudaDeviceAttribute.ComputeCapabilityMinor));
    }

    public int Index { get; }

    public string Name => NameOf(Index);

    /// <summary><c>cuda:0 (NVIDIA H200, driver 12.8)</c>.</summary>
    public string Description => $"{Name} ({Model})";

    /// <summary>What computes, with what drives it.</summary>
    public string Model => $"{Product}, driver {Driver}";

    public string Product { get; }

    /// <summary>The version of CUDA that the driver supports.</summary>
    public string Driver { get; }

    public long MemoryBytes { get; }

    public (int Major, int Minor) Capability { get; }

    /// <summary>The driver's own name for the device.</summary>
    public int Handle => device;

    /// <summary>Why the device cannot be used and what helps, or null.</summary>
    public string? Problem =>
        Capability.Major < LeastMajor
            ? string.Create(CultureInfo.InvariantCulture, $"compute capability {Capability.Major}.{Capability.Minor} is below 7.0: use a device of 2017 or later (Volta), or --accelerator opencl or cpu")
            : Attribute(CudaDeviceAttribute.ComputeMode) == ComputeModeProhibited
                ? "its compute mode is prohibited: set it with nvidia-smi --compute-mode=DEFAULT"
                : null;

    public DeviceInfo Info => new(Name, Product, $"CUDA {Driver}", MemoryBytes, IsGpu: true, DoublePrecision: true, Problem);

    public static string NameOf(int index) => string.Create(CultureInfo.InvariantCulture, $"cuda:{index}");

    public int Attribute(CudaDeviceAttribute attribute)
    {
        int value;
        Check(driver.DeviceGetAttribute(&value, attribute, device), "cuDeviceGetAttribute");
        return value;
    }

    private string ReadName()
    {
        const int longest = 256;
        byte* name = stackalloc byte[longest];
        Check(driver.DeviceGetName(name, longest, device), "cuDeviceGetName");
        name[longest - 1] = 0;
        return Marshal.PtrToStringUTF8((nint)name)!.Trim();
    }

    private void Check(CudaResult result, string call)
    {
        if (result != CudaResult.Success)
            throw new AcceleratorException($"{NameOf(Index)}: {call} failed: {CudaErrors.Name(driver, result)}; {CudaErrors.Cure(result)}.");
    }
}
