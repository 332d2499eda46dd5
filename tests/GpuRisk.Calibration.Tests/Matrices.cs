namespace GpuRisk.Calibration.Tests;

/// <summary>Matrices for the laws, from a fixed generator.</summary>
internal static class Matrices
{
    /// <summary>Unit diagonal and large correlations of random sign: indefinite from order 5 on for the seed used.</summary>
    internal static SymmetricMatrix Indefinite(int order, int seed = 7)
    {
        FixedGenerator random = new(seed);
        return FromLower(order, (i, j) => i == j ? 1 : random.NextDouble() < 0.5 ? -0.9 + (0.1 * random.NextDouble()) : 0.8 + (0.1 * random.NextDouble()));
    }

    /// <summary>A correlation matrix of one common factor plus own noise: positive definite.</summary>
    internal static SymmetricMatrix Definite(int order, int seed)
    {
        FixedGenerator random = new(seed);
        double[] loading = [.. Enumerable.Range(0, order).Select(_ => (1.8 * random.NextDouble()) - 0.9)];
        return FromLower(order, (i, j) => i == j ? 1 : loading[i] * loading[j]);
    }

    internal static SymmetricMatrix Between(SymmetricMatrix a, SymmetricMatrix b, double weight) =>
        FromLower(a.Order, (i, j) => ((1 - weight) * a[i, j]) + (weight * b[i, j]));

    internal static double FrobeniusDistanceTo(this SymmetricMatrix a, SymmetricMatrix b)
    {
        double sum = 0;
        for (int i = 0; i < a.Order; i++)
        {
            for (int j = 0; j < a.Order; j++)
                sum += (a[i, j] - b[i, j]) * (a[i, j] - b[i, j]);
        }
        return Math.Sqrt(sum);
    }

    /// <summary>Row i of L times row j of L.</summary>
    internal static double Product(IReadOnlyList<double> lower, int order, int i, int j) =>
        Enumerable.Range(0, order).Sum(k => lower[(i * order) + k] * lower[(j * order) + k]);

    internal static SymmetricMatrix FromLower(int order, Func<int, int, double> entry)
    {
        double[] values = new double[order * order];
        for (int i = 0; i < order; i++)
        {
            for (int j = 0; j <= i; j++)
                values[(i * order) + j] = values[(j * order) + i] = entry(i, j);
        }
        return new SymmetricMatrix(order, values);
    }
}
