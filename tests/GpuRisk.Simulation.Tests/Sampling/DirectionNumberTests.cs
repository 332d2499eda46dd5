using System.Globalization;
using GpuRisk.Simulation.Scenarios.Normals.Sobol;

namespace GpuRisk.Simulation.Tests.Sampling;

public sealed class DirectionNumberTests
{
    private const string JoeKuo = "sobol-joe-kuo/new-joe-kuo-6.21201";
    private const string Points = "sobol-joe-kuo/sobol_u32_first64.csv";

    /// <summary>Source: phi(2^d - 1) / d polynomials of degree d.</summary>
    [Fact]
    public void There_are_as_many_primitive_polynomials_of_a_degree_as_theory_says()
    {
        int[] counts = [.. PrimitivePolynomials.First(1_110).GroupBy(PrimitivePolynomials.DegreeOf).Select(g => g.Count())];
        Assert.Equal([1, 1, 2, 2, 6, 6, 18, 16, 48, 60, 176, 144, 630], counts);
        Assert.Throws<ArgumentOutOfRangeException>(() => PrimitivePolynomials.First(1_111));
    }

    /// <summary>The published file writes a polynomial as its inner coefficients; its first 360 are in the order of ours.</summary>
    [Fact]
    public void Primitive_polynomials_are_the_published_ones()
    {
        Assert.SkipWhen(Places.Missing(JoeKuo) is not null, Places.Missing(JoeKuo) ?? "");
        int[] published = [.. Published().Take(1_110).Select(row => row.Polynomial)];
        Assert.Equal(published, PrimitivePolynomials.First(1_110));
    }

    /// <summary>Source: S. Joe and F. Y. Kuo (2008), points of the first, the last and some dimensions between.</summary>
    [Fact]
    public void Published_initial_numbers_give_the_published_points()
    {
        Assert.SkipWhen(Places.Missing(JoeKuo) is not null, Places.Missing(JoeKuo) ?? "");
        Assert.SkipWhen(Places.Missing(Points) is not null, Places.Missing(Points) ?? "");
        string[][] rows = [.. File.ReadLines(Places.Shared(Points)).Select(line => line.Split(','))];
        (int Polynomial, uint[] Initial)[] published = [.. Published()];
        for (int column = 1; column < rows[0].Length; column++)
        {
            int dimension = int.Parse(rows[0][column].AsSpan(1), CultureInfo.InvariantCulture);
            var directions = new uint[DirectionNumbers.Bits];
            if (dimension == 1)
                DirectionNumbers.VanDerCorput(directions);
            else
                DirectionNumbers.Fill(published[dimension - 2].Polynomial, published[dimension - 2].Initial, directions);
            Assert.Equal(64, rows.Length - 1);
            for (uint i = 0; i < 64; i++)
                Assert.Equal(uint.Parse(rows[i + 1][column], CultureInfo.InvariantCulture), Point(directions, i));
        }
    }

    [Fact]
    public void The_chosen_candidates_are_those_that_the_search_finds()
    {
        const int dimensions = 20;
        byte[] found = DirectionSearch.Run(dimensions);
        uint[] directions = DirectionNumbers.Of(dimensions + 1);
        int[] polynomials = PrimitivePolynomials.First(dimensions);
        for (int d = 1; d <= dimensions; d++)
        {
            var initial = new uint[PrimitivePolynomials.DegreeOf(polynomials[d - 1])];
            DirectionSearch.Candidate(d, found[d - 1], initial);
            var expected = new uint[DirectionNumbers.Bits];
            DirectionNumbers.Fill(polynomials[d - 1], initial, expected);
            Assert.Equal(expected, directions[(d * 32)..(d * 32 + 32)]);
        }
    }

    /// <summary>The generator matrix of each dimension is triangular with a diagonal of ones: 2^m points have one in each of 2^m intervals, for every m.</summary>
    [Fact]
    public void Every_dimension_alone_is_a_net_of_the_best_quality()
    {
        uint[] directions = DirectionNumbers.Of(DirectionNumbers.LargestDimension);
        Assert.Equal(1_111 * 32, directions.Length);
        for (int k = 0; k < directions.Length; k++)
        {
            int b = k % 32;
            Assert.Equal(1u, directions[k] >> (31 - b) & 1);
            Assert.Equal(0u, directions[k] << b << 1);
        }
    }

    [Fact]
    public void Pairs_of_the_first_dimensions_are_nets_of_good_quality()
    {
        uint[] directions = DirectionNumbers.Of(24);
        Assert.Equal(0, ProjectionQuality.T(directions.AsSpan(0, 32), directions.AsSpan(32, 32), 16));
        double sum = 0;
        int pairs = 0;
        for (int i = 0; i < 24; i++)
        {
            for (int j = 0; j < i; j++, pairs++)
            {
                int t = ProjectionQuality.T(directions.AsSpan(32 * i, 32), directions.AsSpan(32 * j, 32), 10);
                Assert.InRange(t, 0, 5);
                sum += t;
            }
        }
        Assert.InRange(sum / pairs, 0, 3);
    }

    /// <summary>t by counting points in every box, for small sets.</summary>
    [Fact]
    public void The_quality_of_a_projection_is_what_counting_points_says()
    {
        const int m = 5;
        uint[] directions = DirectionNumbers.Of(12);
        for (int i = 1; i < 12; i++)
        {
            for (int j = 0; j < i; j++)
            {
                uint[] a = directions[(32 * i)..(32 * i + 32)], b = directions[(32 * j)..(32 * j + 32)];
                Assert.Equal(Counted(a, b, m), ProjectionQuality.T(a, b, m));
            }
        }
    }

    private static int Counted(uint[] a, uint[] b, int m)
    {
        for (int t = 0; t < m; t++)
        {
            int digits = m - t;
            if (Enumerable.Range(0, digits + 1).All(first => IsEven(a, b, m, first, digits - first)))
                return t;
        }
        return m;
    }

    private static bool IsEven(uint[] a, uint[] b, int m, int first, int second)
    {
        var counts = new int[1 << (first + second)];
        for (uint i = 0; i < 1u << m; i++)
            counts[(int)(((ulong)Point(a, i) >> (32 - first) << second) | (ulong)Point(b, i) >> (32 - second))]++;
        return counts.Distinct().Count() == 1;
    }

    private static uint Point(uint[] directions, uint index)
    {
        uint gray = index ^ (index >> 1), point = 0;
        for (int b = 0; gray >> b != 0; b++)
            point ^= (gray >> b & 1) * directions[b];
        return point;
    }

    private static IEnumerable<(int Polynomial, uint[] Initial)> Published() =>
        File.ReadLines(Places.Shared(JoeKuo)).Skip(1).Select(line => line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(cell => uint.Parse(cell, CultureInfo.InvariantCulture)).ToArray())
            .Select(row => ((1 << (int)row[1]) | (int)(row[2] << 1) | 1, row[3..]));
}
