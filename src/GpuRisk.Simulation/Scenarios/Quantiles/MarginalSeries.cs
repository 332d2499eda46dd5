using GpuRisk.Kernels;
using GpuRisk.Kernels.Distributions;

namespace GpuRisk.Simulation.Scenarios.Quantiles;

/// <summary>
/// From t values of nu degrees of freedom to those of others at the same probability: x = T_{nu_f}^-1(T_nu(y)) = y e^{s_f}. s_f is a
/// series in w = ln(1 + y^2/c), c = min(nu, 64), in which it is smooth, and linear far out. Relative error below 1e-10 up to a normal score
/// of 8.5, beyond which one draw in 10^17 lies.
/// </summary>
internal sealed class MarginalSeries
{
    private const double LargestScore = 8.5;

    /// <summary>Past this many degrees of freedom y^2/nu is small throughout, and 1 + y^2/nu would round the range of y away.</summary>
    private const double LargestScale = 64;

    /// <summary>Of ln(x / y).</summary>
    private const double Tolerance = 1e-12;

    private readonly Dictionary<double, double> scores = [];

    private readonly double degreesOfFreedom;

    private MarginalSeries(double degreesOfFreedom, IReadOnlyList<double> marginals)
    {
        this.degreesOfFreedom = degreesOfFreedom;
        Scale = Math.Min(degreesOfFreedom, LargestScale);
        double end = StudentT.Quantile(degreesOfFreedom, LargestScore);
        Reach = ScalarMath.Log(1 + end * end / Scale);
        Dictionary<double, double[]> fits = marginals.Distinct().ToDictionary(own => own, Fit);
        Terms = fits.Values.Max(fit => fit.Length);
        var coefficients = new double[marginals.Count * Terms];
        for (int f = 0; f < marginals.Count; f++)
            fits[marginals[f]].CopyTo(coefficients, f * Terms);
        Coefficients = coefficients;
    }

    /// <summary>c.</summary>
    public double Scale { get; }

    /// <summary>The greatest w; the series' variable is 2 w / reach - 1.</summary>
    public double Reach { get; }

    /// <summary>Terms of every factor, the shorter filled with 0.</summary>
    public int Terms { get; }

    /// <summary>Factor-major.</summary>
    public IReadOnlyList<double> Coefficients { get; }

    /// <param name="marginals">nu_f.</param>
    public static MarginalSeries Of(double degreesOfFreedom, IReadOnlyList<double> marginals) => new(degreesOfFreedom, marginals);

    private double[] Fit(double own) => own == degreesOfFreedom
        ? [0]
        : ChebyshevFit.Of(
            x =>
            {
                double y = Math.Sqrt(Scale * (ScalarMath.Exp((x + 1) / 2 * Reach) - 1));
                return ScalarMath.Log(StudentT.Quantile(own, ScoreOf(y)) / y);
            },
            Tolerance);

    /// <summary>All factors are fitted at the same points.</summary>
    private double ScoreOf(double y)
    {
        if (!scores.TryGetValue(y, out double score))
            scores.Add(y, score = StudentT.NormalScore(degreesOfFreedom, y));
        return score;
    }
}
