namespace GpuRisk.Accelerators.Tests;

public sealed class WorkGroupTests
{
    [Theory]
    [InlineData(1, 100, 1024, 32, 4)]
    [InlineData(32, 3, 1024, 32, 3)]
    [InlineData(33, 100, 1024, 64, 2)]
    [InlineData(65, 100, 1024, 96, 1)]
    [InlineData(100_000, 100, 1024, 128, 1)]
    [InlineData(100_000, 100, 100, 96, 1)]
    [InlineData(32, 100, 100, 32, 3)]
    [InlineData(100_000, 100, 8, 8, 1)]
    [InlineData(1, 1, 1, 1, 1)]
    [InlineData(int.MaxValue - 1024, int.MaxValue, 1024, 128, 1)]
    public void Groups_of_a_grid_are_filled_by_few_items_too(int items, int rows, int largest, int wide, int high) =>
        Assert.Equal(new WorkGroup(wide, high), WorkGroup.OfGrid(items, rows, new GroupLimit(largest, 1024, 1024)));

    [Theory]
    [InlineData(1024, 1, 32, 1)]
    [InlineData(1024, 2, 32, 2)]
    [InlineData(64, 1024, 32, 4)]
    [InlineData(16, 1024, 16, 8)]
    [InlineData(1, 1, 1, 1)]
    public void Each_side_of_a_group_has_its_limit(int mostItems, int mostRows, int wide, int high) =>
        Assert.Equal(new WorkGroup(wide, high), WorkGroup.OfGrid(32, 100, new GroupLimit(1024, mostItems, mostRows)));

    [Fact]
    public void A_launch_reaches_as_many_rows_as_a_grid_has_groups_for()
    {
        Assert.Equal(4 * 65_535, WorkGroup.OfGrid(32, 1_000_000, new GroupLimit(1024, 1024, 1024)).MostRows);
        Assert.Equal(65_535, WorkGroup.OfGrid(128, 1_000_000, new GroupLimit(1024, 1024, 1024)).MostRows);
    }

    [Fact]
    public void Counts_are_rounded_up_past_32_bits()
    {
        Assert.Equal((0, 32, 32, 64), (WorkGroup.RoundUp(0, 32), WorkGroup.RoundUp(1, 32), WorkGroup.RoundUp(32, 32), WorkGroup.RoundUp(33, 32)));
        Assert.Equal(1L << 31, WorkGroup.RoundUp(int.MaxValue, 128));
    }

    [Theory]
    [InlineData(1024, 64)]
    [InlineData(48, 48)]
    public void Groups_of_single_items_are_small(int largest, int size) =>
        Assert.Equal(new WorkGroup(size, 1), WorkGroup.OfScalar(new GroupLimit(largest, 1024, 1024)));
}
