using GpuRisk.Domain.Portfolios;

namespace GpuRisk.Simulation.Aggregation;

/// <summary>
/// Accounts of many positions, cut so that work items share them. An account's profit is the sum of its segments' sums, in their order:
/// where the cuts lie is part of the result, hence the same on every device.
/// </summary>
/// <param name="RowStart">Positions of segment i: RowStart[i] to RowStart[i + 1] - 1.</param>
/// <param name="AccountStart">Segments of account a: AccountStart[a] to AccountStart[a + 1] - 1; one at least.</param>
public sealed record PositionSegments(int[] RowStart, int[] AccountStart)
{
    /// <summary>Positions of a segment, but for the last of an account.</summary>
    public const int Length = 256;

    public int Count => RowStart.Length - 1;

    /// <summary>Null where every account is one segment.</summary>
    public static PositionSegments? Of(PositionTable positions)
    {
        ArgumentNullException.ThrowIfNull(positions);
        int count = CountOf(positions);
        if (count == 0)
            return null;
        ReadOnlySpan<int> rowStart = positions.RowStart.Span;
        var starts = new int[count + 1];
        var accountStart = new int[positions.Accounts.Count + 1];
        int segment = 0;
        for (int a = 0; a < positions.Accounts.Count; a++)
        {
            accountStart[a] = segment;
            for (int i = 0; i < SegmentsOf(rowStart, a); i++)
                starts[segment++] = rowStart[a] + i * Length;
        }
        starts[count] = positions.Count;
        accountStart[^1] = segment;
        return new PositionSegments(starts, accountStart);
    }

    /// <summary>How many segments there are; 0 where every account is one.</summary>
    public static int CountOf(PositionTable positions)
    {
        ArgumentNullException.ThrowIfNull(positions);
        int count = 0;
        for (int a = 0; a < positions.Accounts.Count; a++)
            count += SegmentsOf(positions.RowStart.Span, a);
        return count == positions.Accounts.Count ? 0 : count;
    }

    private static int SegmentsOf(ReadOnlySpan<int> rowStart, int account) => Math.Max(1, (rowStart[account + 1] - rowStart[account] + Length - 1) / Length);
}
