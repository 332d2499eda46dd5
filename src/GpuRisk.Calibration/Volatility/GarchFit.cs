using System.Globalization;
using GpuRisk.Domain.Scenarios;
using GpuRisk.Kernels;

namespace GpuRisk.Calibration.Volatility;

/// <summary>
/// GARCH(1,1) fitted to returns by Gaussian maximum likelihood (Bollerslev, 1986): r_t = mu + e_t, e_t normal with variance
/// sigma_t^2 = omega + alpha e_{t-1}^2 + beta sigma_{t-1}^2, omega > 0, alpha >= 0, beta >= 0, alpha + beta below 1; e_0^2 and
/// sigma_0^2 are the mean of e_t^2, the convention of the benchmark of Fiorentini, Calzolari and Panattoni (1996). A simplex search from several starts, then Fisher scoring from where each ended; the highest maximum counts. The same returns give the same
/// bits on every machine.
/// </summary>
public sealed record GarchFit
{
    /// <summary>Fewer returns than this are not fitted: the standard errors of alpha and beta then are as large as the estimates.</summary>
    public const int LeastReturns = 100;

    private const double HalfLogTwoPi = 0.9189385332046727;

    private GarchFit()
    {
    }

    /// <summary>Null where the fit failed. Mean 0 where none was asked for.</summary>
    public GarchParameters? Parameters { get; private init; }

    /// <summary>sigma_1^2; 0 where the fit failed.</summary>
    public double StartVariance { get; private init; }

    /// <summary>Why the fit failed, as the end of a sentence; null where it did not.</summary>
    public string? Failure { get; private init; }

    /// <param name="returns">Oldest first, any one unit.</param>
    /// <param name="withMean">Whether a constant mean is fitted too; else it is 0.</param>
    public static GarchFit Fit(ReadOnlySpan<double> returns, bool withMean)
    {
        if (returns.Length < LeastReturns)
            return Failed(string.Create(CultureInfo.InvariantCulture, $"{returns.Length} returns, at least {LeastReturns} are needed"));
        double scale = RootMeanSquare.Of(returns);
        if (!(scale > 0 && double.IsFinite(scale) && double.IsFinite(1 / scale)))
            return Failed(scale == 0 ? "the factor never moved" : "the squares of the returns leave the range of numbers");
        double[] scaled = new double[returns.Length];
        double mean = 0;
        for (int t = 0; t < scaled.Length; t++)
        {
            scaled[t] = returns[t] / scale;
            mean += scaled[t] / scaled.Length;
        }
        GarchLikelihood likelihood = new(scaled, withMean);
        if (withMean && !(likelihood.MeanSquare(mean) > 1e-12))
            return Failed("the returns are all the same");
        GarchMaximum best = Highest(likelihood, withMean ? mean : 0);
        return best.Failure is null ? Scaled(best, likelihood, scale) : Failed(best.Failure);
    }

    private static GarchMaximum Highest(GarchLikelihood likelihood, double mean)
    {
        GarchMaximum? best = null;
        foreach ((double persistence, double alpha) in GarchSearch.Starts)
        {
            GarchMaximum found = new GarchAscent(likelihood).From(GarchSearch.From(likelihood, persistence, alpha, mean));
            // Maxima that differ by roundings alone are one: then the first counts, unless only the other converged.
            double tie = 1e-9 * (1 + Math.Abs(found.Value));
            if (best is null || found.Value > best.Value + tie || (best.Failure is not null && found.Failure is null && found.Value > best.Value - tie))
                best = found;
        }
        return best!;
    }

    private static GarchFit Scaled(GarchMaximum maximum, GarchLikelihood likelihood, double scale)
    {
        GarchPoint point = maximum.Point;
        double square = scale * scale;
        double logLikelihood = maximum.Value - (likelihood.Count * (HalfLogTwoPi + ScalarMath.Log(scale)));
        return new GarchFit
        {
            Parameters = new GarchParameters(point.Mean * scale, point.Omega * square, point.Alpha, point.Beta, logLikelihood),
            StartVariance = likelihood.StartVariance(point) * square,
        };
    }

    private static GarchFit Failed(string why) => new() { Failure = why };
}
