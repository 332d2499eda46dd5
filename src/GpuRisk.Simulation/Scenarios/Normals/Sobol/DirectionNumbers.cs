namespace GpuRisk.Simulation.Scenarios.Normals.Sobol;

/// <summary>
/// Direction numbers of Sobol's sequence: v_1 to v_32 of a dimension, the first binary digit in the highest bit. Dimension 0 is van der Corput's; every other has a
/// primitive polynomial x^s + a_1 x^(s-1) + ... + 1 and odd initial numbers m_k below 2^k, k up to s, from which v_k = m_k 2^(32-k) and
/// v_k = a_1 v_(k-1) + ... + a_(s-1) v_(k-s+1) + v_(k-s) + v_(k-s) / 2^s, the additions without carry.
/// </summary>
/// <remarks>
/// Sources: Sobol, "On the distribution of points in a cube and the approximate evaluation of integrals" (1967); Bratley and Fox, "Algorithm 659" (1988). The
/// initial numbers are our own: <see cref="DirectionSearch"/>.
/// </remarks>
public static class DirectionNumbers
{
    public const int Bits = 32;

    /// <summary>Dimensions that have direction numbers.</summary>
    public const int LargestDimension = 1 + ChosenCandidates.Count;

    /// <returns>Dimension x 32, number b of dimension d at 32 d + b.</returns>
    public static uint[] Of(int dimensions)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(dimensions, LargestDimension);
        var directions = new uint[dimensions * Bits];
        if (dimensions == 0)
            return directions;
        VanDerCorput(directions.AsSpan(0, Bits));
        int[] polynomials = PrimitivePolynomials.First(dimensions - 1);
        ReadOnlySpan<byte> chosen = ChosenCandidates.All;
        Span<uint> longest = stackalloc uint[PrimitivePolynomials.LargestDegree];
        for (int d = 1; d < dimensions; d++)
        {
            int polynomial = polynomials[d - 1];
            Span<uint> initial = longest[..PrimitivePolynomials.DegreeOf(polynomial)];
            DirectionSearch.Candidate(d, chosen[d - 1], initial);
            Fill(polynomial, initial, directions.AsSpan(d * Bits, Bits));
        }
        return directions;
    }

    public static void VanDerCorput(Span<uint> directions)
    {
        for (int b = 0; b < Bits; b++)
            directions[b] = 1u << (Bits - 1 - b);
    }

    /// <param name="initial">m_1, m_2, ...: as many as the polynomial's degree.</param>
    /// <param name="directions">Filled: v_1 to v_32.</param>
    public static void Fill(int polynomial, ReadOnlySpan<uint> initial, Span<uint> directions)
    {
        int degree = PrimitivePolynomials.DegreeOf(polynomial);
        for (int k = 0; k < Bits; k++)
        {
            if (k < degree)
            {
                directions[k] = initial[k] << (Bits - 1 - k);
                continue;
            }
            uint value = directions[k - degree] ^ (directions[k - degree] >> degree);
            for (int j = 1; j < degree; j++)
            {
                if ((polynomial >> (degree - j) & 1) != 0)
                    value ^= directions[k - j];
            }
            directions[k] = value;
        }
    }
}
