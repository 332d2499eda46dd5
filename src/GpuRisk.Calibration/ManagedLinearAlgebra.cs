using System.Numerics;
using MathNet.Numerics;
using MathNet.Numerics.Providers.LinearAlgebra;

namespace GpuRisk.Calibration;

/// <summary>
/// The linear algebra library, held to its managed provider and one thread. A calibration is part of a result's digest, so
/// its bits may depend neither on a native library that happens to be installed nor on the number of cores. The managed
/// Cholesky and symmetric eigenvalue routines (tred2 and tql2 of EISPACK) use + - * / sqrt in a fixed order alone.
/// </summary>
internal static class ManagedLinearAlgebra
{
    private static readonly ManagedLinearAlgebraProvider Provider = CreateProvider();

    /// <summary>Overwrites a matrix with its lower Cholesky factor, column-major, zero above the diagonal.</summary>
    internal static double[] Cholesky(SymmetricMatrix matrix)
    {
        double[] factor = matrix.Values.ToArray();
        Provider.CholeskyFactor(factor, matrix.Order);
        return factor;
    }

    /// <summary>Eigenvalues ascending; eigenvector k is column k of a column-major matrix.</summary>
    internal static (double[] Values, double[] Vectors) Eigen(SymmetricMatrix matrix)
    {
        int order = matrix.Order;
        double[] vectors = new double[order * order];
        Complex[] values = new Complex[order];
        Provider.EigenDecomp(true, order, matrix.Values.ToArray(), vectors, values, new double[order * order]);
        return (Array.ConvertAll(values, value => value.Real), vectors);
    }

    /// <summary>Holds the library's vectors, too, to the managed provider, for what it computes outside of this class.</summary>
    internal static void Hold() => ArgumentNullException.ThrowIfNull(Provider);

    // The library's settings are static state of its own. They are set here, once, before its first use; the provider is
    // then held in a field, so that code elsewhere that changes the settings cannot exchange it.
    private static ManagedLinearAlgebraProvider CreateProvider()
    {
        Control.UseManaged();
        Control.UseSingleThread();
        return new ManagedLinearAlgebraProvider();
    }
}
