namespace GpuRisk.Accelerators;

/// <summary>Work items that a group may have, altogether and along each side.</summary>
internal readonly record struct GroupLimit(int Size, int Items, int Rows);

/// <summary>How many work items run together, CUDA's block of threads: <paramref name="Items"/> by <paramref name="Rows"/>.</summary>
internal readonly record struct WorkGroup(int Items, int Rows)
{
    /// <summary>What GPUs run in step.</summary>
    public const int Warp = 32;

    /// <summary>Work items of a group of a lane kernel: enough to hide latencies, few enough to leave each its registers.</summary>
    private const int GridSize = 128;

    /// <summary>Scalar kernels diverge and keep much to themselves.</summary>
    private const int ScalarSize = 64;

    /// <summary>Groups that every device takes along rows.</summary>
    private const int MostGroups = 65535;

    /// <summary>Rows that one launch covers; more take several.</summary>
    public int MostRows => Rows * MostGroups;

    /// <summary>Few items still fill a group, with rows beside each other.</summary>
    public static WorkGroup OfGrid(int items, int rows, GroupLimit limit)
    {
        int size = Math.Min(GridSize, limit.Size);
        int most = Math.Min(size, limit.Items);
        int wide = most < Warp ? most : (int)Math.Min(RoundUp(items, Warp), most / Warp * Warp);
        return new WorkGroup(wide, Math.Clamp(size / wide, 1, Math.Min(rows, limit.Rows)));
    }

    public static WorkGroup OfScalar(GroupLimit limit) => new(Math.Min(ScalarSize, Math.Min(limit.Size, limit.Items)), 1);

    /// <summary><paramref name="count"/> rounded up to a multiple of <paramref name="unit"/>.</summary>
    public static long RoundUp(long count, int unit) => (count + unit - 1) / unit * unit;
}
