namespace GpuRisk.Accelerators.OpenCl;

/// <summary>How many work items run together: <paramref name="Items"/> by <paramref name="Rows"/>.</summary>
internal readonly record struct WorkGroup(int Items, int Rows)
{
    /// <summary>What GPUs run in step.</summary>
    private const int Warp = 32;

    /// <summary>Work items of a group of a lane kernel: enough to hide latencies, few enough to leave each its registers.</summary>
    private const int GridSize = 128;

    /// <summary>Scalar kernels diverge and keep much to themselves.</summary>
    private const int ScalarSize = 64;

    /// <summary>Groups that every device takes along rows.</summary>
    private const int MostGroups = 65535;

    /// <summary>Rows that one launch covers.</summary>
    public int MostRows => Rows * MostGroups;

    /// <summary>Few items still fill a group, with rows beside each other.</summary>
    /// <param name="largest">Work items that the kernel's groups may have.</param>
    public static WorkGroup OfGrid(int items, int rows, int largest)
    {
        int size = Math.Min(GridSize, largest);
        int wide = size < Warp ? size : (int)Math.Min(RoundUp(items, Warp), size / Warp * Warp);
        return new WorkGroup(wide, Math.Max(1, Math.Min(rows, size / wide)));
    }

    public static WorkGroup OfScalar(int largest) => new(Math.Min(ScalarSize, largest), 1);

    /// <summary><paramref name="count"/> rounded up to a multiple of <paramref name="unit"/>.</summary>
    public static long RoundUp(long count, int unit) => (count + unit - 1) / unit * unit;
}
