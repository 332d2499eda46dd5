namespace GpuRisk.Simulation.Scenarios.Normals.Sobol;

/// <summary>
/// Initial numbers of Sobol's sequence, chosen dimension by dimension: of 256 candidates that a generator gives for the dimension, the one whose
/// projections onto planes with the dimensions before it, the first 48 at most, are nets of the best quality. <see cref="ChosenCandidates"/> is what it found.
/// </summary>
/// <remarks>The criterion follows Joe and Kuo, "Constructing Sobol sequences with better two-dimensional projections" (2008), in kind; weights and search are our own.</remarks>
public static class DirectionSearch
{
    public const int Candidates = 256;

    /// <summary>Dimensions that a new one is held against.</summary>
    private const int Partners = 48;

    /// <summary>Numbers of points, 2^m, at which projections are judged.</summary>
    private static ReadOnlySpan<int> Sizes => [5, 6, 7, 8, 9, 10, 11, 12, 13];

    /// <summary>The candidates of dimension 1 and after, lower numbers among equals.</summary>
    public static byte[] Run(int dimensions)
    {
        int[] polynomials = PrimitivePolynomials.First(dimensions);
        var directions = new uint[Math.Min(Partners, dimensions + 1)][];
        directions[0] = new uint[DirectionNumbers.Bits];
        DirectionNumbers.VanDerCorput(directions[0]);
        var chosen = new byte[dimensions];
        for (int d = 1; d <= dimensions; d++)
        {
            (byte best, uint[] numbers) = Best(d, polynomials[d - 1], directions.AsSpan(0, Math.Min(d, directions.Length)));
            chosen[d - 1] = best;
            if (d < directions.Length)
                directions[d] = numbers;
        }
        return chosen;
    }

    /// <summary>Odd m_k below 2^k by the bits of SplitMix64 (Steele, Lea and Flood, 2014) at (dimension, candidate).</summary>
    public static void Candidate(int dimension, int candidate, Span<uint> initial)
    {
        ulong state = (ulong)dimension * Candidates + (ulong)candidate;
        for (int k = 0; k < initial.Length; k++)
        {
            state += 0x9E3779B97F4A7C15UL;
            ulong z = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            z ^= z >> 31;
            initial[k] = (uint)(z >> 32) >> (31 - k) | 1u;
        }
    }

    private static (byte Candidate, uint[] Directions) Best(int dimension, int polynomial, ReadOnlySpan<uint[]> before)
    {
        var initial = new uint[PrimitivePolynomials.DegreeOf(polynomial)];
        (byte Candidate, uint[] Directions) best = (0, []);
        long least = long.MaxValue;
        for (int candidate = 0; candidate < Candidates; candidate++)
        {
            Candidate(dimension, candidate, initial);
            var directions = new uint[DirectionNumbers.Bits];
            DirectionNumbers.Fill(polynomial, initial, directions);
            long defect = Defect(directions, before, least);
            if (defect < least)
                (least, best) = (defect, ((byte)candidate, directions));
        }
        return best;
    }

    /// <summary>Sum over the planes of t^3, the first dimensions counting more; given up once it exceeds what is known to be possible.</summary>
    private static long Defect(uint[] directions, ReadOnlySpan<uint[]> before, long least)
    {
        long defect = 0;
        for (int j = 0; j < before.Length && defect < least; j++)
        {
            int weight = j < 4 ? 8 : j < 16 ? 3 : 1;
            foreach (int m in Sizes)
            {
                long t = ProjectionQuality.T(before[j], directions, m);
                defect += weight * t * t * t;
            }
        }
        return defect;
    }
}
