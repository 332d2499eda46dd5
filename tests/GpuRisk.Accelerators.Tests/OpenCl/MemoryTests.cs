using GpuRisk.Accelerators.OpenCl;
using GpuRisk.Accelerators.Probe;

namespace GpuRisk.Accelerators.Tests.OpenCl;

/// <summary>A device that has no room says so in a way by which a run can go on in smaller blocks.</summary>
public sealed class MemoryTests
{
    [Fact]
    public void A_buffer_larger_than_the_device_takes_is_no_room()
    {
        using OpenClAccelerator device = OpenClHere.Open();
        Assert.True(device.LargestBufferBytes > 0);
        Assert.True(device.LargestBufferBytes <= device.MemoryBytes);
        DeviceMemoryException refused = Assert.Throws<DeviceMemoryException>(() => device.Allocate<double>(device.LargestBufferBytes / sizeof(double) + 1));
        Assert.Contains(device.Name, refused.Message, StringComparison.Ordinal);
        Assert.Throws<DeviceMemoryException>(() => device.Allocate<double>(long.MaxValue));
    }

    [Fact]
    public void Buffers_that_fill_the_memory_together_are_no_room()
    {
        using OpenClAccelerator device = OpenSized(memory: 1 << 20, largest: 1 << 20);
        Assert.Equal((1 << 20) / 16 * 15, device.MemoryBytes);
        using DeviceBuffer<byte> first = device.Allocate<byte>(600_000);
        Assert.Throws<DeviceMemoryException>(() => device.Allocate<byte>(600_000));
        Assert.Equal(600_000, device.UsedBytes);
        first.Dispose();
        using DeviceBuffer<byte> second = device.Allocate<byte>(600_000);
        Assert.Equal(600_000, device.UsedBytes);
    }

    [Fact]
    public void A_driver_that_finds_no_room_is_heard()
    {
        using OpenClAccelerator device = OpenSized(memory: long.MaxValue, largest: long.MaxValue);
        DeviceMemoryException refused = Assert.Throws<DeviceMemoryException>(() => device.Allocate<byte>(1L << 60));
        Assert.Contains("clCreateBuffer answered CL_", refused.Message, StringComparison.Ordinal);
        Assert.Equal(0, device.UsedBytes);
    }

    /// <summary>The device, believed to have another amount of memory, not the host's.</summary>
    private static OpenClAccelerator OpenSized(long memory, long largest) => new(
        OpenClHere.Device with { MemoryBytes = memory, LargestBufferBytes = largest, SharesHostMemory = false },
        ProbeKernels.Program, new ProgramCache(null), staged: false);
}
