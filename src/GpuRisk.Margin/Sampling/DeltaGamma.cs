using GpuRisk.Calibration;

namespace GpuRisk.Margin.Sampling;

/// <summary>
/// The loss of one account as a quadratic of independent standard normals, L ~ L(0) + Q, Q = sum_k b_k y_k + lambda_k y_k^2, with z = U y: delta and gamma in the
/// coordinates in which gamma is diagonal.
/// </summary>
/// <remarks>Source: Glasserman, Heidelberger and Shahabuddin (2000), section 2.</remarks>
internal sealed class DeltaGamma
{
    private DeltaGamma(double[] linear, double[] quadratic, double[] rotation)
    {
        Linear = linear;
        Quadratic = quadratic;
        Rotation = rotation;
    }

    /// <summary>b, in the loss's currency.</summary>
    public IReadOnlyList<double> Linear { get; }

    /// <summary>lambda.</summary>
    public IReadOnlyList<double> Quadratic { get; }

    /// <summary>U, row-major.</summary>
    public double[] Rotation { get; }

    /// <summary>
    /// Slopes in all directions; curvatures between all of up to 32, else between the slope's own and the leading principal components of the shocks.
    /// </summary>
    /// <returns>Null where a loss near the present market is not a finite number.</returns>
    public static DeltaGamma? Of(ProfitProbe probe, CancellationToken cancellation)
    {
        int n = probe.Directions;
        var basis = new OrthonormalBasis(n);
        if (n > LocalLoss.MostPairedDirections)
        {
            var axes = new OrthonormalBasis(n);
            axes.Complete();
            basis.Add(LocalLoss.Of(probe, axes, pairs: false, cancellation).Slopes[0]);
            PrincipalAxes components = ShockComponents.Of(probe);
            for (int k = 0; k < n && basis.Count < LocalLoss.MostPairedDirections; k++)
                basis.Add(components.Vector(k));
        }
        else
        {
            basis.Complete();
        }
        LocalLoss local = LocalLoss.Of(probe, basis, pairs: true, cancellation);
        (double[] slope, double[] curvature) = (local.Slopes[0], local.Curvatures[0]);
        return slope.All(double.IsFinite) && curvature.All(double.IsFinite) ? Diagonal(basis, slope, curvature, n) : null;
    }

    private static DeltaGamma Diagonal(OrthonormalBasis basis, double[] slope, double[] curvature, int n)
    {
        int m = basis.Count;
        PrincipalAxes axes = PrincipalAxes.Of(new SymmetricMatrix(m, curvature));
        var rotated = new OrthonormalBasis(n);
        double[] linear = new double[n], quadratic = new double[n];
        var direction = new double[n];
        for (int k = 0; k < m; k++)
        {
            ReadOnlySpan<double> own = axes.Vector(k);
            Array.Clear(direction);
            for (int i = 0; i < m; i++)
            {
                for (int f = 0; f < n; f++)
                    direction[f] += own[i] * basis[i][f];
            }
            rotated.Add(direction);
            linear[k] = OrthonormalBasis.Dot(slope, own);
            quadratic[k] = axes.Values[k] / 2;
        }
        rotated.Complete();
        return new DeltaGamma(linear, quadratic, rotated.ToMatrix());
    }
}
