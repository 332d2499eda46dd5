namespace GpuRisk.Accelerators.Tests.Cuda;

[Collection(nameof(SoftwareDriver))]
public sealed class CudaLaunchTests(SoftwareDriver driver)
{
    [Fact]
    public void Every_element_of_a_grid_is_computed_once_and_none_beside_it()
    {
        string[] lines = driver.Run("grids");
        Assert.Equal(30, lines.Length);
        Assert.All(lines, line => Assert.Contains(": 0 wrong", line, StringComparison.Ordinal));
        Assert.Contains("129 x 65536: 0 wrong, 2 launches", lines);
        Assert.Contains("33 x 65536: 0 wrong, 1 launches", lines);
        Assert.Contains("0 x 65536: 0 wrong, 0 launches", lines);
    }

    [Fact]
    public void Copies_and_launches_happen_in_the_order_of_the_calls() =>
        Assert.Equal(["4370 4370 4370", "9 6 4369", "Probe.Step True"], driver.Run("order"));

    [Theory]
    [InlineData("unknown kernel", "AcceleratorException")]
    [InlineData("kernel over rows", "ArgumentException: Probe.Touch runs over items and rows")]
    [InlineData("no arguments", "ArgumentException: Probe.Step takes 3 arguments, not 0")]
    [InlineData("an int for a uint", "ArgumentException: Probe.Step: step is UInt")]
    [InlineData("elements of another size", "ArgumentException: Probe.Step: counts is Buffer int, not a buffer of elements of 8 bytes")]
    [InlineData("buffer of another device", "ArgumentException: The buffer is not one of cuda:0")]
    [InlineData("disposed buffer", "ObjectDisposedException")]
    [InlineData("negative items", "ArgumentOutOfRangeException")]
    [InlineData("negative first item", "ArgumentOutOfRangeException")]
    [InlineData("negative rows", "ArgumentOutOfRangeException")]
    [InlineData("past the last integer", "ArgumentOutOfRangeException")]
    [InlineData("a good one", "nothing")]
    public void A_launch_that_does_not_fit_its_kernel_is_refused(string what, string refusal) =>
        Assert.Contains(driver.Run("refused-launches"), line => line.StartsWith($"{what}: {refusal}", StringComparison.Ordinal));

    [Fact]
    public void A_cancelled_run_stops_before_the_next_body_and_the_device_goes_on()
    {
        string[] lines = driver.Run("cancellation");
        Assert.StartsWith("cancelled: OperationCanceledException", lines[0], StringComparison.Ordinal);
        Assert.Equal(["42", "43"], lines[1..]);
    }

    [Fact]
    public void Events_do_not_grow_with_the_number_of_launches() =>
        Assert.Equal(["events True, counted True", "events True", "40000 steps, True"], driver.Run("many-launches"));

    [Fact]
    public void Any_thread_may_submit() => Assert.Equal(["6 7 8, allocations 0"], driver.Run("threads"));

    [Fact]
    public void A_failed_launch_is_told_by_every_call_after_it_and_not_by_closing()
    {
        string[] lines = driver.Run("failed-launch", ("CUDA_SOFTWARE_LAUNCHES", "3"));
        Assert.Equal("launch: nothing", lines[0]);
        Assert.Contains("cuStreamSynchronize or a launch before it failed on PTX on the processor, driver 12.8: CUDA_ERROR_LAUNCH_FAILED; the device is in an undefined state", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("read: AcceleratorException", lines[2], StringComparison.Ordinal);
        Assert.Equal("contexts 0", lines[^1]);
    }

    [Fact]
    public void A_kernel_that_writes_past_its_buffer_is_an_illegal_address()
    {
        string[] lines = driver.Run("stray");
        Assert.Equal("inside: nothing", lines[0]);
        Assert.Contains("CUDA_ERROR_ILLEGAL_ADDRESS", lines[1], StringComparison.Ordinal);
        Assert.Equal("contexts 0", lines[^1]);
    }
}
