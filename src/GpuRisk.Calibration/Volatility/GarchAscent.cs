namespace GpuRisk.Calibration.Volatility;

/// <summary>How an ascent ended.</summary>
/// <param name="Failure">Null where the point is a maximum inside of the domain, or one with beta = 0.</param>
internal sealed record GarchMaximum(GarchPoint Point, double Value, string? Failure);

/// <summary>
/// Climbs to a maximum of the likelihood by Fisher scoring: steps of inverse information times score, halved until the likelihood rises,
/// until the next would raise it by less than 1e-16. omega > 0, alpha >= 0, beta >= 0, alpha + beta below 1.
/// </summary>
internal sealed class GarchAscent(GarchLikelihood likelihood)
{
    private const int MostSteps = 500;
    private const int MostHalvings = 50;
    private const double ConvergedGain = 1e-16;

    // Below this gain the roundings of two likelihoods hide which is higher.
    private const double VisibleGain = 1e-7;
    private const double LeastDistanceToOne = 1e-6;

    internal GarchMaximum From(GarchPoint start)
    {
        GarchPoint point = start;
        double value = likelihood.Value(point);
        for (int step = 0; step < MostSteps; step++)
        {
            if (1 - point.Alpha - point.Beta < LeastDistanceToOne)
                return new GarchMaximum(point, value, "the likelihood has no maximum with alpha + beta below 1");
            (double[] score, double[] information) = likelihood.ScoreAt(point);
            if (point.Alpha == 0 && score[1] <= 0)
                return new GarchMaximum(point, value, "the likelihood is highest at alpha = 0, where variance does not change");
            if (NormalEquations.Solve(score, information, Free(point, score)) is not { } direction)
                return new GarchMaximum(point, value, "alpha and beta cannot be told apart, the information matrix is singular");
            double gain = 0;
            for (int i = 0; i < 4; i++)
                gain += 0.5 * direction[i] * score[i];
            if (gain < ConvergedGain)
                return new GarchMaximum(point, value, null);
            if (Climbed(point, value, direction, gain) is not { } next)
                return new GarchMaximum(point, value, "the ascent stalled before its maximum");
            point = next;
            value = likelihood.Value(point);
        }
        return new GarchMaximum(point, value, "no convergence in 500 steps");
    }

    private GarchPoint? Climbed(GarchPoint point, double value, double[] direction, double gain)
    {
        double length = 1;
        for (int halving = 0; halving < MostHalvings; halving++, length *= 0.5)
        {
            GarchPoint next = Inside(point, direction, length);
            double nextValue = likelihood.Value(next);
            if (nextValue > value || (gain < VisibleGain && double.IsFinite(nextValue)))
                return next;
        }
        return null;
    }

    /// <summary>The point a step away; a step out of the domain goes nine tenths of the way to omega = 0 or alpha + beta = 1, and ends at alpha or beta = 0.</summary>
    private static GarchPoint Inside(GarchPoint point, double[] direction, double length)
    {
        double omega = Math.Max(0.1 * point.Omega, point.Omega + (length * direction[0]));
        double alpha = Math.Max(0, point.Alpha + (length * direction[1]));
        double beta = Math.Max(0, point.Beta + (length * direction[2]));
        double most = 1 - (0.1 * (1 - point.Alpha - point.Beta));
        if (alpha + beta > most)
        {
            double scale = most / (alpha + beta);
            alpha *= scale;
            beta *= scale;
        }
        return new GarchPoint(omega, alpha, beta, point.Mean + (length * direction[3]));
    }

    private bool[] Free(GarchPoint point, double[] score) =>
        [true, true, point.Beta > 0 || score[2] > 0, likelihood.Parameters == 4];
}
