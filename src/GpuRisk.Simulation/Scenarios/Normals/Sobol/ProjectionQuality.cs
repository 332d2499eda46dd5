namespace GpuRisk.Simulation.Scenarios.Normals.Sobol;

/// <summary>
/// t of the digital (t, m, 2)-net that the first 2^m points form in two dimensions: each rectangle with sides 2^-a and 2^-b, a + b = m - t, holds exactly 2^t points.
/// </summary>
/// <remarks>
/// Source: Niederreiter, "Random number generation and quasi-Monte Carlo methods" (1992), theorem 4.28: m - t is the largest number such that the first a
/// rows of one generator matrix and the first b of the other are independent whenever a + b is that number.
/// </remarks>
public static class ProjectionQuality
{
    /// <param name="first">Direction numbers of a dimension; so with <paramref name="second"/>.</param>
    public static int T(ReadOnlySpan<uint> first, ReadOnlySpan<uint> second, int m)
    {
        Span<uint> rowsA = stackalloc uint[m], rowsB = stackalloc uint[m];
        Rows(first, rowsA);
        Rows(second, rowsB);
        Span<uint> basis = stackalloc uint[32], trial = stackalloc uint[32];
        basis.Clear();
        int least = m;
        for (int a = 0; a <= m && a <= least; a++)
        {
            // As many rows of the second as stay independent of the first a of the first.
            basis.CopyTo(trial);
            int b = 0;
            while (b < m && a + b <= least && Add(trial, rowsB[b]))
                b++;
            // a + b rows are independent; one more of the second is not, so no larger sum holds.
            least = Math.Min(least, a + b);
            if (a < m && !Add(basis, rowsA[a]))
                return m - Math.Min(least, a);
        }
        return m - least;
    }

    /// <summary>Row r: digit r of the numbers, number b in bit b.</summary>
    private static void Rows(ReadOnlySpan<uint> directions, Span<uint> rows)
    {
        for (int r = 0; r < rows.Length; r++)
        {
            uint row = 0;
            for (int b = 0; b < rows.Length; b++)
                row |= (directions[b] >> (31 - r) & 1) << b;
            rows[r] = row;
        }
    }

    /// <summary>Adds a row to a basis that is in echelon form by highest bit; false where it depends on it.</summary>
    private static bool Add(Span<uint> basis, uint row)
    {
        while (row != 0)
        {
            int top = 31 - (int)uint.LeadingZeroCount(row);
            if (basis[top] == 0)
            {
                basis[top] = row;
                return true;
            }
            row ^= basis[top];
        }
        return false;
    }
}
