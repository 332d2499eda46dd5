using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Optimization;

namespace GpuRisk.Calibration.Volatility;

/// <summary>
/// Finds the neighbourhood of a maximum of the likelihood by the library's Nelder-Mead simplex, in the coordinates unconditional
/// variance, persistence alpha + beta, alpha and mean, of which the first two are what the data tell best. The simplex compares, adds and
/// scales alone, so its path is the same on every machine.
/// </summary>
internal static class GarchSearch
{
    // What follows converges quadratically.
    private const double Tolerance = 1e-5;
    private const int MostEvaluations = 300;

    // The objective where there is no likelihood: above any, and rising with the distance to the domain.
    private const double Outside = 1e6;

    /// <summary>Persistence and alpha of the starts: slow, usual and quick clustering.</summary>
    internal static IReadOnlyList<(double Persistence, double Alpha)> Starts { get; } = [(0.98, 0.05), (0.9, 0.15), (0.6, 0.3)];

    internal static GarchPoint From(GarchLikelihood likelihood, double persistence, double alpha, double mean)
    {
        ManagedLinearAlgebra.Hold();
        bool withMean = likelihood.Parameters == 4;
        double[] start = withMean ? [1, persistence, alpha, mean] : [1, persistence, alpha];
        double[] sides = withMean ? [0.2, -0.04, 0.02, 0.05] : [0.2, -0.04, 0.02];
        double least = double.PositiveInfinity;
        GarchPoint best = Point(start);
        double Objective(Vector<double> x)
        {
            double[] at = x.AsArray() ?? x.ToArray();
            double distance = DistanceToDomain(at);
            if (distance > 0)
                return Outside * (1 + distance);
            double value = Math.Min(-likelihood.Value(Point(at)) / likelihood.Count, Outside);
            if (value < least)
                (least, best) = (value, Point(at));
            return value;
        }
        try
        {
            NelderMeadSimplex.Minimum(
                ObjectiveFunction.Value(Objective), Vector<double>.Build.DenseOfArray(start), Vector<double>.Build.DenseOfArray(sides), Tolerance, MostEvaluations);
        }
        catch (MathNet.Numerics.Optimization.MaximumIterationsException)
        {
            // The lowest point seen is as good a start for what follows.
        }
        return best;
    }

    private static GarchPoint Point(double[] x) => new(x[0] * (1 - x[1]), x[2], Math.Max(0, x[1] - x[2]), x.Length > 3 ? x[3] : 0);

    private static double DistanceToDomain(double[] x)
    {
        const double edge = 1e-4;
        return Math.Max(0, edge - x[0]) + Math.Max(0, x[1] - (1 - edge)) + Math.Max(0, -x[2]) + Math.Max(0, x[2] - x[1]);
    }
}
