using GpuRisk.Accelerators.Cpu;

namespace GpuRisk.Accelerators.Tests;

public sealed class CpuMemoryTests
{
    [Fact]
    public void Rows_of_a_matrix_are_read_packed()
    {
        using var cpu = new CpuAccelerator(1);
        using DeviceBuffer<int> matrix = cpu.Upload<int>([.. Enumerable.Range(0, 20)]);
        var values = new int[6];
        cpu.ReadRows(matrix, offset: 1, stride: 7, rows: 3, width: 2, values);
        Assert.Equal([1, 2, 8, 9, 15, 16], values);
    }

    [Fact]
    public void Rows_past_the_end_of_a_buffer_are_refused()
    {
        using var cpu = new CpuAccelerator(1);
        using DeviceBuffer<int> matrix = cpu.Upload<int>([.. Enumerable.Range(0, 20)]);
        Assert.Throws<ArgumentOutOfRangeException>(() => cpu.ReadRows(matrix, offset: 5, stride: 7, rows: 3, width: 2, new int[6]));
    }
}
