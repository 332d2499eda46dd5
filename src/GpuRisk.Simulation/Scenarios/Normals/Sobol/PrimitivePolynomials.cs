namespace GpuRisk.Simulation.Scenarios.Normals.Sobol;

/// <summary>
/// Primitive polynomials over the field of two elements, by ascending degree and value: x has order 2^degree - 1 modulo each. Bit k of a polynomial is the
/// coefficient of x^k.
/// </summary>
/// <remarks>Source of the test: Lidl and Niederreiter, "Finite fields" (1997), theorem 3.18.</remarks>
public static class PrimitivePolynomials
{
    /// <summary>Degrees up to which every polynomial is found in milliseconds, 1,110 of them.</summary>
    public const int LargestDegree = 13;

    /// <param name="count">1,110 at most.</param>
    public static int[] First(int count)
    {
        var found = new List<int>(count);
        for (int degree = 1; degree <= LargestDegree && found.Count < count; degree++)
        {
            for (int polynomial = (1 << degree) | 1; polynomial < 2 << degree && found.Count < count; polynomial += 2)
            {
                if (IsPrimitive(polynomial, degree))
                    found.Add(polynomial);
            }
        }
        return found.Count == count ? [.. found] : throw new ArgumentOutOfRangeException(nameof(count), count, $"There are {found.Count} polynomials.");
    }

    public static int DegreeOf(int polynomial) => 31 - int.LeadingZeroCount(polynomial);

    private static bool IsPrimitive(int polynomial, int degree)
    {
        int order = (1 << degree) - 1;
        if (PowerOfX(order, polynomial, degree) != 1)
            return false;
        int rest = order;
        for (int prime = 2; rest > 1; prime++)
        {
            if (rest % prime != 0)
                continue;
            while (rest % prime == 0)
                rest /= prime;
            if (order > prime && PowerOfX(order / prime, polynomial, degree) == 1)
                return false;
        }
        return true;
    }

    /// <summary>x^exponent modulo the polynomial.</summary>
    private static int PowerOfX(int exponent, int polynomial, int degree)
    {
        int power = 1, square = degree == 1 ? 2 ^ polynomial : 2;
        for (; exponent > 0; exponent >>= 1)
        {
            if ((exponent & 1) != 0)
                power = Product(power, square, polynomial, degree);
            square = Product(square, square, polynomial, degree);
        }
        return power;
    }

    private static int Product(int a, int b, int polynomial, int degree)
    {
        int product = 0;
        for (; b > 0; b >>= 1)
        {
            if ((b & 1) != 0)
                product ^= a;
            a <<= 1;
            if (a >> degree != 0)
                a ^= polynomial;
        }
        return product;
    }
}
