using GpuRisk.Accelerators.OpenCl;

namespace GpuRisk.Accelerators.Tests.OpenCl;

/// <summary>What is said of a device, and of its errors.</summary>
public sealed class DeviceTests
{
    [Fact]
    public void A_device_that_cannot_be_used_says_why_and_what_helps()
    {
        OpenClDevice device = AnyDevice.Usable;
        Assert.Null(device.Problem);
        Says(device with { DoublePrecision = false }, "cl_khr_fp64", "--accelerator cpu");
        Says(device with { IsAvailable = false }, "not available", "reinstall");
        Says(device with { HasCompiler = false }, "no compiler", "install");
        Says(device with { IsLittleEndian = false }, "bytes", "--accelerator cpu");
        Says(device with { DeviceVersion = "OpenCL 1.1 CUDA" }, "OpenCL 1.1 CUDA", "update");
        Says(device with { DeviceVersion = "" }, "OpenCL 1.2", "update");

        static void Says(OpenClDevice device, string why, string cure)
        {
            Assert.StartsWith("opencl:0 (Product): ", device.Problem, StringComparison.Ordinal);
            Assert.Contains(why, device.Problem, StringComparison.Ordinal);
            Assert.Contains(cure, device.Problem, StringComparison.Ordinal);
            Assert.Equal(device.Problem, device.Info.Problem);
        }
    }

    [Theory]
    [InlineData("OpenCL 3.0 CUDA 12.4.131", "CUDA 12.4.131")]
    [InlineData("OpenCL 3.0 PoCL 3.1+debian  Linux, None+Asserts, RELOC", "PoCL 3.1+debian")]
    [InlineData("OpenCL 2.1 AMD-APP (3423.0)", "AMD-APP (3423.0)")]
    [InlineData("OpenCL 1.2 (Oclgrind 21.10)", "Oclgrind 21.10")]
    [InlineData("OpenCL 3.0 ", "Platform")]
    [InlineData("", "Platform")]
    public void The_platform_is_named_by_what_its_version_adds(string version, string shown)
    {
        OpenClDevice device = AnyDevice.Usable with { PlatformVersion = version, DriverVersion = "9.9" };
        Assert.Equal($"opencl:0 (Product, {shown})", device.Description);
        Assert.Equal($"{shown} / 9.9", device.Info.Driver);
    }

    [Theory]
    [InlineData("clCall", -4, "CL_MEM_OBJECT_ALLOCATION_FAILURE")]
    [InlineData("clCreateBuffer", -5, "CL_OUT_OF_RESOURCES")]
    [InlineData("clEnqueueNDRangeKernel of Some.Kernel", -5, "CL_OUT_OF_RESOURCES")]
    [InlineData("clCall", -6, "CL_OUT_OF_HOST_MEMORY")]
    [InlineData("clCall", -61, "CL_INVALID_BUFFER_SIZE")]
    public void Want_of_memory_is_told_apart(string call, int status, string name)
    {
        DeviceMemoryException e = Assert.IsType<DeviceMemoryException>(OpenClError.Exception("opencl:3", call, status));
        Assert.StartsWith($"opencl:3: {call} answered {name}: ", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-5, "CL_OUT_OF_RESOURCES", "a kernel failed")]
    [InlineData(-2, "CL_DEVICE_NOT_AVAILABLE", "lost")]
    [InlineData(-34, "CL_INVALID_CONTEXT", "lost")]
    [InlineData(-36, "CL_INVALID_COMMAND_QUEUE", "lost")]
    [InlineData(-3, "CL_COMPILER_NOT_AVAILABLE", "compiler")]
    [InlineData(-30, "CL_INVALID_VALUE", "driver")]
    [InlineData(-4711, "OpenCL error -4711", "driver")]
    public void Other_failures_are_the_devices(int status, string name, string cure)
    {
        AcceleratorException e = Assert.IsType<AcceleratorException>(OpenClError.Exception("opencl:3", "clCall", status));
        Assert.StartsWith($"opencl:3: clCall answered {name}: ", e.Message, StringComparison.Ordinal);
        Assert.Contains(cure, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_device_describes_itself()
    {
        using OpenClAccelerator device = OpenClHere.Open();
        Assert.Matches(@"^opencl:\d+$", device.Name);
        Assert.StartsWith(device.Name + " (", device.Description, StringComparison.Ordinal);
        Assert.Equal(1, device.Queues);
        Assert.True(device.QueueCacheBytes > 0 && device.SharedCacheBytes > 0);
        Assert.True(device.BuildSeconds > 0);
        Assert.Empty(device.KernelSeconds);
    }
}
