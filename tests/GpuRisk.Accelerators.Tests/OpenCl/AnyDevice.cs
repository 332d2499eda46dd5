using GpuRisk.Accelerators.OpenCl;

namespace GpuRisk.Accelerators.Tests.OpenCl;

/// <summary>A device that need not exist.</summary>
internal static class AnyDevice
{
    public static OpenClDevice Usable { get; } = new()
    {
        Name = "opencl:0",
        PlatformName = "Platform",
        PlatformVersion = "OpenCL 3.0 ",
        Product = "Product",
        DriverVersion = "1",
        DeviceVersion = "OpenCL 3.0 anything",
        DoublePrecision = true,
        IsAvailable = true,
        HasCompiler = true,
        IsLittleEndian = true,
    };
}
