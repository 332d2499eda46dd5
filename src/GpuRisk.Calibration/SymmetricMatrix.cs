namespace GpuRisk.Calibration;

/// <summary>A real symmetric matrix of finite entries. Immutable.</summary>
public sealed class SymmetricMatrix
{
    private readonly double[] values;

    /// <param name="values">Row-major, order squared; copied. The two triangles are equal to the last bit.</param>
    public SymmetricMatrix(int order, ReadOnlySpan<double> values)
        : this(order, values.ToArray(), owned: true)
    {
    }

    private SymmetricMatrix(int order, double[] values, bool owned)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(order, 1);
        if (values.LongLength != (long)order * order)
            throw new ArgumentException($"{values.Length} entries do not fill a matrix of order {order}.", nameof(values));
        for (int i = 0; i < order; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double entry = values[(i * order) + j];
                if (!double.IsFinite(entry) || entry != values[(j * order) + i])
                    throw new ArgumentException($"Entries ({i}, {j}) and ({j}, {i}) are not one finite number.", nameof(values));
            }
        }
        Order = order;
        this.values = values;
    }

    public int Order { get; }

    /// <summary>Row-major, which for a symmetric matrix is column-major as well.</summary>
    public ReadOnlySpan<double> Values => values;

    public double this[int row, int column] => values[(row * Order) + column];

    /// <summary>A matrix from its lower triangle, mirrored, so that rounding cannot make it asymmetric.</summary>
    internal static SymmetricMatrix FromLower(int order, Func<int, int, double> entry)
    {
        double[] values = new double[order * order];
        for (int i = 0; i < order; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double value = entry(i, j);
                values[(i * order) + j] = value;
                values[(j * order) + i] = value;
            }
        }
        return new SymmetricMatrix(order, values, owned: true);
    }

    /// <summary>sqrt(sum (a_ij - b_ij)^2).</summary>
    internal double FrobeniusDistance(SymmetricMatrix other)
    {
        double sum = 0;
        for (int k = 0; k < values.Length; k++)
        {
            double d = values[k] - other.values[k];
            sum += d * d;
        }
        return Math.Sqrt(sum);
    }

    /// <summary>sqrt(sum a_ij^2).</summary>
    internal double FrobeniusNorm()
    {
        double sum = 0;
        foreach (double value in values)
            sum += value * value;
        return Math.Sqrt(sum);
    }
}
