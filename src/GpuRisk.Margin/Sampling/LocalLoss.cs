using GpuRisk.Calibration;

namespace GpuRisk.Margin.Sampling;

/// <summary>
/// The loss of each account near the present market, in directions of the normals z: slope g and curvature G by central differences with a step of one
/// standard deviation, L(z) ~ L(0) + g'z + z'G z / 2.
/// </summary>
internal sealed class LocalLoss
{
    /// <summary>Directions up to which every pair is looked at.</summary>
    public const int MostPairedDirections = 32;

    private const double Step = 1;

    private LocalLoss(double[][] slopes, double[][] curvatures)
    {
        Slopes = slopes;
        Curvatures = curvatures;
    }

    /// <summary>Account by account, direction by direction.</summary>
    public IReadOnlyList<double[]> Slopes { get; }

    /// <summary>Account by account, directions x directions, symmetric.</summary>
    public IReadOnlyList<double[]> Curvatures { get; }

    /// <param name="pairs">Whether mixed curvatures are looked at; otherwise they are left 0.</param>
    public static LocalLoss Of(ProfitProbe probe, OrthonormalBasis directions, bool pairs, CancellationToken cancellation)
    {
        int m = directions.Count, n = probe.Directions;
        List<double[]> points = [new double[n]];
        for (int i = 0; i < m; i++)
        {
            points.Add(Point(directions, i, i, 0.5));
            points.Add(Point(directions, i, i, -0.5));
        }
        for (int i = 0; pairs && i < m; i++)
        {
            for (int j = 0; j < i; j++)
            {
                points.Add(Point(directions, i, j, 1));
                points.Add(Point(directions, i, j, -1));
            }
        }
        double[][] losses = probe.Losses(points, cancellation);
        return new LocalLoss([.. losses.Select(l => Slope(l, m))], [.. losses.Select(l => Curvature(l, m, pairs))]);
    }

    /// <summary>Step times (direction i + direction j) times a factor.</summary>
    private static double[] Point(OrthonormalBasis directions, int i, int j, double factor)
    {
        double[] a = directions[i], b = directions[j];
        var point = new double[a.Length];
        for (int f = 0; f < point.Length; f++)
            point[f] = Step * factor * (a[f] + b[f]);
        return point;
    }

    private static double[] Slope(double[] losses, int m)
    {
        var slope = new double[m];
        for (int i = 0; i < m; i++)
            slope[i] = (losses[1 + 2 * i] - losses[2 + 2 * i]) / (2 * Step);
        return slope;
    }

    private static double[] Curvature(double[] losses, int m, bool pairs)
    {
        var curvature = new double[m * m];
        double middle = losses[0];
        double Sum(int i) => losses[1 + 2 * i] + losses[2 + 2 * i];
        int at = 1 + 2 * m;
        for (int i = 0; i < m; i++)
        {
            curvature[i * m + i] = (Sum(i) - 2 * middle) / (Step * Step);
            for (int j = 0; pairs && j < i; j++, at += 2)
            {
                double mixed = (losses[at] + losses[at + 1] - Sum(i) - Sum(j) + 2 * middle) / (2 * Step * Step);
                curvature[i * m + j] = mixed;
                curvature[j * m + i] = mixed;
            }
        }
        return curvature;
    }
}
