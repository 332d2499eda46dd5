using GpuRisk.Accelerators.OpenCl;

namespace GpuRisk.Accelerators.Tests.OpenCl;

/// <summary>Host data goes to the device and comes back, whichever way the driver is asked to copy it.</summary>
public sealed class BufferTests
{
    /// <summary>Elements that take more than three chunks of staging.</summary>
    private const int Large = 3 * StagingChunk.Size / sizeof(int) + 12345;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_was_written_is_read(bool staged)
    {
        using OpenClAccelerator device = OpenClHere.Open(staged);
        int[] values = [.. Enumerable.Range(1, Large)];
        using DeviceBuffer<int> buffer = device.Upload<int>(values);
        var read = new int[Large];
        device.Read(buffer, 0, read);
        Assert.Equal(values, read);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_part_is_written_and_read_where_it_belongs(bool staged)
    {
        using OpenClAccelerator device = OpenClHere.Open(staged);
        using DeviceBuffer<double> buffer = device.Allocate<double>(10);
        device.Write<double>([1, 2, 3], buffer, 4);
        var all = new double[10];
        device.Read(buffer, 0, all);
        Assert.Equal([0, 0, 0, 0, 1, 2, 3, 0, 0, 0], all);
        var part = new double[2];
        device.Read(buffer, 5, part);
        Assert.Equal([2, 3], part);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Host_data_may_change_once_it_is_written(bool staged)
    {
        using OpenClAccelerator device = OpenClHere.Open(staged);
        int[] values = [.. Enumerable.Range(1, Large)];
        using DeviceBuffer<int> buffer = device.Upload<int>(values);
        Array.Clear(values);
        device.Read(buffer, 0, values);
        Assert.Equal(Enumerable.Range(1, Large), values);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4099)]
    public void New_memory_is_zero_whatever_its_length(int length)
    {
        using OpenClAccelerator device = OpenClHere.Open();
        using DeviceBuffer<byte> buffer = device.Allocate<byte>(length);
        byte[] read = [.. Enumerable.Repeat((byte)7, length)];
        device.Read(buffer, 0, read);
        Assert.DoesNotContain(read, b => b != 0);
    }

    [Theory]
    [InlineData(true, 3, 100, 40, 20)]
    [InlineData(false, 3, 100, 40, 20)]
    [InlineData(true, 0, 64, 50, 64)]
    [InlineData(false, 0, 64, 50, 64)]
    [InlineData(true, 190, 100, 9, 30)]
    [InlineData(false, 190, 100, 9, 30)]
    [InlineData(true, 5, 700, 4000, 650)]
    [InlineData(true, 1, 1500000, 3, 1400000)]
    [InlineData(true, 2, 3, 1, 9)]
    [InlineData(false, 2, 7, 0, 5)]
    public void Rows_of_a_matrix_are_read_packed(bool staged, int offset, int stride, int rows, int width)
    {
        if (rows == 1)
            stride = width;
        using OpenClAccelerator device = OpenClHere.Open(staged);
        int[] values = [.. Enumerable.Range(1, offset + stride * Math.Max(rows, 1) + width)];
        using DeviceBuffer<int> buffer = device.Upload<int>(values);
        var read = new int[rows * width];
        device.ReadRows(buffer, offset, stride, rows, width, read);
        Assert.Equal(Enumerable.Range(0, rows).SelectMany(r => values.Skip(offset + r * stride).Take(width)), read);
    }

    [Fact]
    public void Ranges_outside_a_buffer_are_refused()
    {
        using OpenClAccelerator device = OpenClHere.Open();
        using DeviceBuffer<int> buffer = device.Allocate<int>(20);
        Assert.Throws<ArgumentOutOfRangeException>(() => device.Write<int>([1, 2], buffer, 19));
        Assert.Throws<ArgumentOutOfRangeException>(() => device.Read(buffer, -1, new int[2]));
        Assert.Throws<ArgumentOutOfRangeException>(() => device.ReadRows(buffer, offset: 5, stride: 7, rows: 3, width: 2, new int[6]));
        Assert.Throws<ArgumentOutOfRangeException>(() => device.ReadRows(buffer, offset: 0, stride: 7, rows: 2, width: 2, new int[3]));
        Assert.Throws<ArgumentOutOfRangeException>(() => device.ReadRows(buffer, offset: 0, stride: long.MaxValue / 2, rows: 5, width: 1, new int[6]));
        Assert.Throws<ArgumentOutOfRangeException>(() => device.ReadRows(buffer, offset: 0, stride: 7, rows: -1, width: 2, new int[3]));
        Assert.Throws<ArgumentOutOfRangeException>(() => device.Allocate<int>(0));
    }

    [Fact]
    public void A_buffer_of_another_device_is_refused()
    {
        using OpenClAccelerator device = OpenClHere.Open();
        using OpenClAccelerator other = OpenClHere.Open();
        using DeviceBuffer<int> buffer = other.Allocate<int>(20);
        Assert.Throws<ArgumentException>(() => device.Write<int>([1], buffer, 0));
        Assert.Throws<ArgumentException>(() => device.Read(buffer, 0, new int[2]));
    }

    [Fact]
    public void A_disposed_buffer_is_refused()
    {
        using OpenClAccelerator device = OpenClHere.Open();
        DeviceBuffer<int> buffer = device.Allocate<int>(20);
        buffer.Dispose();
        Assert.Throws<ObjectDisposedException>(() => device.Read(buffer, 0, new int[2]));
    }

    [Fact]
    public void A_buffer_may_outlive_its_device()
    {
        OpenClAccelerator device = OpenClHere.Open();
        DeviceBuffer<int> buffer = device.Allocate<int>(20);
        device.Dispose();
        device.Dispose();
        Assert.Throws<ObjectDisposedException>(() => device.Read(buffer, 0, new int[2]));
        Assert.Throws<ObjectDisposedException>(() => device.Allocate<int>(1));
        buffer.Dispose();
        Assert.Equal(0, buffer.Handle);
    }
}
