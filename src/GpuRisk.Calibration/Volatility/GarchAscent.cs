namespace GpuRisk.Calibration.Volatility;

/// <summary>How an ascent ended.</summary>
/// <param name="Failure">Null where the point is a maximum inside of the domain, or one with beta = 0.</param>
internal sealed record GarchMaximum(GarchPoint Point, double Value, string? Failure);

/// <summary>
/// Climbs to a maximum of the likelihood by Newton's method, and by Fisher scoring where the likelihood is not concave: steps of inverse
/// observed (else expected) information times score, halved until the likelihood rises, until the next would raise it by less than 1e-16.
/// omega > 0, alpha >= 0, beta >= 0, alpha + beta below 1.
/// </summary>
internal sealed class GarchAscent(GarchLikelihood likelihood)
{
    private const int MostSteps = 200;
    private const int MostHalvings = 50;
    private const double ConvergedGain = 1e-16;

    // Below this gain the roundings of two likelihoods hide which is higher.
    private const double VisibleGain = 1e-7;
    private const double LeastDistanceToOne = 1e-6;

    // Of the mean square of the returns.
    private const double LeastOmega = 1e-9;

    internal GarchMaximum From(GarchPoint start)
    {
        GarchPoint point = start;
        double value = likelihood.Value(point);
        for (int count = 0; count < MostSteps; count++)
        {
            if (1 - point.Alpha - point.Beta < LeastDistanceToOne)
                return new GarchMaximum(point, value, "the likelihood has no maximum with alpha + beta below 1");
            if (point.Omega < LeastOmega)
                return new GarchMaximum(point, value, "the likelihood is highest at omega = 0, where variance dies out");
            (double[] score, double[] information) = likelihood.ScoreAt(point);
            if (point.Alpha == 0 && score[1] <= 0)
                return new GarchMaximum(point, value, "the likelihood is highest at alpha = 0, where variance does not change");
            bool[] free = Free(point, score);
            double[]? step = NormalEquations.Solve(score, Observed(point, information), free) ?? NormalEquations.Solve(score, information, free);
            if (step is not { } direction)
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
        return new GarchMaximum(point, value, "no convergence in 200 steps");
    }

    /// <summary>Minus the Hessian, by central differences of the score, a part of a standard error to either side.</summary>
    private double[] Observed(GarchPoint point, double[] expected)
    {
        const double partOfStandardError = 1e-4;
        double[] observed = new double[16];
        for (int i = 0; i < likelihood.Parameters; i++)
        {
            double width = partOfStandardError / Math.Sqrt(expected[5 * i]);
            double[] above = likelihood.ScoreAt(Moved(point, i, width)).Score;
            double[] below = likelihood.ScoreAt(Moved(point, i, -width)).Score;
            for (int j = 0; j < 4; j++)
                observed[(4 * Math.Max(i, j)) + Math.Min(i, j)] += (i == j ? 1 : 0.5) * (below[j] - above[j]) / (2 * width);
        }
        return observed;
    }

    private static GarchPoint Moved(GarchPoint point, int parameter, double by) => parameter switch
    {
        0 => point with { Omega = point.Omega + by },
        1 => point with { Alpha = point.Alpha + by },
        2 => point with { Beta = point.Beta + by },
        _ => point with { Mean = point.Mean + by },
    };

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
