namespace GpuRisk.Accelerators.Tests.Cuda;

[Collection(nameof(SoftwareDriver))]
public sealed class CudaMemoryTests(SoftwareDriver driver)
{
    [Fact]
    public void What_is_written_is_read_over_any_number_of_staging_chunks()
    {
        string[] lines = driver.Run("round-trip");
        Assert.Equal(14, lines.Length);
        Assert.All(lines, line => Assert.EndsWith(" same", line, StringComparison.Ordinal));
    }

    [Fact]
    public void Rows_are_read_packed_short_or_longer_than_a_chunk()
    {
        string[] lines = driver.Run("rows");
        Assert.Equal(6, lines.Length);
        Assert.All(lines, line => Assert.EndsWith(" same", line, StringComparison.Ordinal));
    }

    [Fact]
    public void A_new_buffer_is_zero_and_an_empty_one_has_room_for_one() => Assert.Equal(["zero", "1"], driver.Run("zeroed"));

    [Theory]
    [InlineData("write past the end", "ArgumentOutOfRangeException")]
    [InlineData("read past the end", "ArgumentOutOfRangeException")]
    [InlineData("read before the start", "ArgumentOutOfRangeException")]
    [InlineData("rows past the end", "ArgumentOutOfRangeException")]
    [InlineData("rows far past the end", "ArgumentOutOfRangeException")]
    [InlineData("rows without room", "ArgumentOutOfRangeException")]
    [InlineData("rows closer than wide", "ArgumentOutOfRangeException")]
    [InlineData("no elements", "ArgumentOutOfRangeException")]
    [InlineData("disposed buffer", "ObjectDisposedException")]
    [InlineData("buffer of another device", "ArgumentException: The buffer is not one of cuda:0")]
    public void Ranges_and_buffers_that_are_not_there_are_refused(string what, string refusal) =>
        Assert.Contains(driver.Run("refused-ranges"), line => line.StartsWith($"{what}: {refusal}", StringComparison.Ordinal));

    [Fact]
    public void A_buffer_that_does_not_fit_is_refused_and_fits_once_there_is_room()
    {
        string[] lines = driver.Run("no-room", ("CUDA_SOFTWARE_MEMORY", "8388000"));
        string refused = "DeviceMemoryException: cuda:0: no room for a buffer of ";
        Assert.StartsWith($"too large: {refused}1048576 elements of 8 bytes", lines[0], StringComparison.Ordinal);
        Assert.StartsWith($"beyond any memory: {refused}", lines[1], StringComparison.Ordinal);
        Assert.StartsWith($"second half: {refused}", lines[2], StringComparison.Ordinal);
        Assert.Equal("after the first was freed: nothing", lines[3]);
    }

    [Fact]
    public void Buffers_outlive_their_accelerator_unharmed_and_a_closed_one_refuses_work()
    {
        string[] lines = driver.Run("late-dispose");
        Assert.All(lines[..3], line => Assert.Contains("ObjectDisposedException", line, StringComparison.Ordinal));
        Assert.Equal("allocations 0, times 0", lines[3]);
    }
}
