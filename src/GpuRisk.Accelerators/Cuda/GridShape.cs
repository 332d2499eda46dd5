namespace GpuRisk.Accelerators.Cuda;

/// <summary>
/// How a grid of items and rows is cut into groups of threads: up to 128, of as many items as there are, in whole warps, and of as many
/// rows as fit beside them.
/// </summary>
/// <param name="X">Threads of a group along the items.</param>
/// <param name="Y">Threads of a group along the rows.</param>
/// <param name="Groups">Groups along the items.</param>
internal readonly record struct GridShape(int X, int Y, int Groups)
{
    public const int Warp = 32;

    private const int Largest = 128;
    private const int LargestScalar = 64;

    /// <summary>Groups that a launch takes along its second dimension.</summary>
    private const int MostGroupsY = 65_535;

    /// <summary>Rows that one launch reaches; more take several.</summary>
    public int Rows => MostGroupsY * Y;

    /// <summary>For lane kernels.</summary>
    public static GridShape Of(int items, int rows)
    {
        int x = items > Largest - Warp ? Largest : (items + Warp - 1) / Warp * Warp;
        int y = Math.Min(Largest / x, rows);
        return new GridShape(x, y, (int)(((long)items + x - 1) / x));
    }

    /// <summary>For scalar kernels, whose threads go ways of their own: small groups spread them over more processors.</summary>
    public static GridShape OfScalar(int items) => new(LargestScalar, 1, (int)(((long)items + LargestScalar - 1) / LargestScalar));

    public int GroupsOf(int rows) => (rows + Y - 1) / Y;
}
