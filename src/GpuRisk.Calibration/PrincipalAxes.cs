namespace GpuRisk.Calibration;

/// <summary>The eigenvalues and orthonormal eigenvectors of a symmetric matrix, largest eigenvalue first: the same bits on every machine.</summary>
public sealed class PrincipalAxes
{
    private readonly double[] vectors;

    private PrincipalAxes(double[] values, double[] vectors)
    {
        Values = values;
        this.vectors = vectors;
    }

    public IReadOnlyList<double> Values { get; }

    public static PrincipalAxes Of(SymmetricMatrix matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        (double[] values, double[] vectors) = ManagedLinearAlgebra.Eigen(matrix);
        int n = matrix.Order;
        var descending = new double[n];
        var reordered = new double[n * n];
        for (int k = 0; k < n; k++)
        {
            descending[k] = values[n - 1 - k];
            vectors.AsSpan((n - 1 - k) * n, n).CopyTo(reordered.AsSpan(k * n, n));
        }
        return new PrincipalAxes(descending, reordered);
    }

    /// <summary>The eigenvector of <see cref="Values"/>[k].</summary>
    public ReadOnlySpan<double> Vector(int k) => vectors.AsSpan(k * Values.Count, Values.Count);
}
