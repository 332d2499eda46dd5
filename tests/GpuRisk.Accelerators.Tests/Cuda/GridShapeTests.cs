using GpuRisk.Accelerators.Cuda;

namespace GpuRisk.Accelerators.Tests.Cuda;

public sealed class GridShapeTests
{
    [Theory]
    [InlineData(1, 9, 32, 4, 1)]
    [InlineData(31, 9, 32, 4, 1)]
    [InlineData(33, 9, 64, 2, 1)]
    [InlineData(65, 9, 96, 1, 1)]
    [InlineData(97, 9, 128, 1, 1)]
    [InlineData(129, 9, 128, 1, 2)]
    [InlineData(1, 3, 32, 3, 1)]
    [InlineData(int.MaxValue, 1, 128, 1, 1 << 24)]
    public void Groups_are_whole_warps_of_up_to_128_threads(int items, int rows, int x, int y, int groups) =>
        Assert.Equal(new GridShape(x, y, groups), GridShape.Of(items, rows));

    [Fact]
    public void A_launch_reaches_as_many_rows_as_a_grid_has_groups_for()
    {
        Assert.Equal(4 * 65_535, GridShape.Of(32, 1_000_000).Rows);
        Assert.Equal(65_535, GridShape.Of(128, 1_000_000).GroupsOf(65_535));
        Assert.Equal(2, GridShape.Of(32, 100).GroupsOf(5));
    }

    [Fact]
    public void Scalar_kernels_run_in_groups_of_64() => Assert.Equal(new GridShape(64, 1, 3), GridShape.OfScalar(129));
}
