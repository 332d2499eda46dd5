namespace GpuRisk.Margin.Sampling;

/// <summary>Directions at right angles to one another, each of length 1, gathered one after the other (modified Gram-Schmidt, twice).</summary>
internal sealed class OrthonormalBasis(int order)
{
    /// <summary>What is left of a direction that lies among those before it, but for rounding.</summary>
    private const double Dependent = 1e-8;

    private readonly List<double[]> vectors = [];

    public int Count => vectors.Count;

    public double[] this[int k] => vectors[k];

    /// <summary>Adds what of a direction is new; false where nothing is.</summary>
    public bool Add(ReadOnlySpan<double> direction)
    {
        double length = Length(direction);
        if (vectors.Count == order || !(length > 0) || !double.IsFinite(length))
            return false;
        double[] vector = direction.ToArray();
        Divide(vector, length);
        for (int pass = 0; pass < 2; pass++)
        {
            foreach (double[] before in vectors)
            {
                double along = Dot(vector, before);
                for (int i = 0; i < order; i++)
                    vector[i] -= along * before[i];
            }
            double left = Length(vector);
            if (left < Dependent)
                return false;
            Divide(vector, left);
        }
        vectors.Add(vector);
        return true;
    }

    /// <summary>Adds axes until the whole space is spanned.</summary>
    public void Complete()
    {
        bool empty = Count == 0;
        for (int k = 0; k < order && Count < order; k++)
        {
            var axis = new double[order];
            axis[k] = 1;
            // Axes alone are at right angles as they are.
            if (empty)
                vectors.Add(axis);
            else
                Add(axis);
        }
    }

    /// <summary>Column k is direction k; row-major, of a complete basis.</summary>
    public double[] ToMatrix()
    {
        var matrix = new double[order * order];
        for (int i = 0; i < order; i++)
        {
            for (int k = 0; k < order; k++)
                matrix[i * order + k] = vectors[k][i];
        }
        return matrix;
    }

    public static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
            sum += a[i] * b[i];
        return sum;
    }

    private static double Length(ReadOnlySpan<double> vector) => Math.Sqrt(Dot(vector, vector));

    private static void Divide(double[] vector, double by)
    {
        for (int i = 0; i < vector.Length; i++)
            vector[i] /= by;
    }
}
