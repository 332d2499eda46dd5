using System.Globalization;

namespace GpuRisk.Calibration.HeavyTails;

/// <summary>
/// Degrees of freedom nu of Student's t law of unit variance, fitted by maximum likelihood over nu in [2.05, 200] and rounded to 0.01, far
/// below the error of any fit. The same returns give the same bits on every machine.
/// </summary>
/// <param name="Value">nu.</param>
/// <param name="Note">What is remarkable, as the end of a sentence: a likelihood that is highest at an end of the range, returns that never moved; else null.</param>
public sealed record DegreesOfFreedom(double Value, string? Note)
{
    /// <summary>Below it the variance soon ceases to exist.</summary>
    public const double Least = 2.05;

    /// <summary>Beyond it the law is as good as normal: the 99.9 % quantile differs by less than 1 %.</summary>
    public const double Most = 200;

    /// <summary>Of one factor.</summary>
    /// <param name="standardised">Returns of unit variance and zero mean, in any order.</param>
    public static DegreesOfFreedom Fit(ReadOnlySpan<double> standardised) => FitPooled([standardised.ToArray()]);

    /// <summary>
    /// One nu for all factors, from the likelihood of each factor by itself, summed (composite likelihood of independence: Varin, Reid and Firth,
    /// 2011). Uses no correlation, so it is free of the bias of <see cref="FitMultivariate"/> and holds with more factors than returns.
    /// </summary>
    /// <param name="standardised">One column a factor; those that never moved are left out.</param>
    public static DegreesOfFreedom FitPooled(IReadOnlyList<double[]> standardised)
    {
        double[][] columns = Moving(standardised);
        return columns.Length == 0 ? Constant() : Highest(new StudentLikelihood([.. columns.SelectMany(column => column).Select(z => z * z)], 1));
    }

    /// <summary>
    /// nu of the multivariate t law of unit variances with correlation L L', from the squared distances z' (L L')^-1 z of the days. With a
    /// correlation estimated from the same returns the distances are too much alike and nu comes out too high, unless the returns are many times
    /// the factors: 8 in place of 5 at 50 factors and 250 returns, 5.3 at 2,000. <see cref="FitPooled"/> has no such bias.
    /// </summary>
    /// <param name="standardised">One column a factor, all of one length; those that never moved are left out and uncorrelated with the rest.</param>
    /// <param name="cholesky">L: row-major, order that of the columns, positive on its diagonal.</param>
    public static DegreesOfFreedom FitMultivariate(IReadOnlyList<double[]> standardised, IReadOnlyList<double> cholesky)
    {
        ArgumentNullException.ThrowIfNull(cholesky);
        int moving = Moving(standardised).Length;
        if (cholesky.Count != (long)standardised.Count * standardised.Count)
            throw new ArgumentException("The Cholesky factor has the order of the factors.", nameof(cholesky));
        if (standardised.Any(column => column.Length != standardised[0].Length))
            throw new ArgumentException("All factors have the same number of returns.", nameof(standardised));
        return moving == 0 ? Constant() : Highest(new StudentLikelihood(SquaredDistances(standardised, cholesky), moving));
    }

    private static DegreesOfFreedom Highest(StudentLikelihood likelihood) => Highest(likelihood.At);

    internal static DegreesOfFreedom Highest(Func<double, double> logLikelihood)
    {
        // In 1/nu the likelihood is near to quadratic, and the normal law is at a finite place.
        double inverse = LineMaximum.Of(u => logLikelihood(1 / u), 1 / Most, 1 / Least);
        double value = Math.Round(100 / inverse) / 100;
        string? note = value >= Most ? "as good as normal: the likelihood still rises at 200 degrees of freedom"
            : value <= Least ? "held at 2.05 degrees of freedom: the likelihood still rises towards an infinite variance"
            : null;
        return new DegreesOfFreedom(Math.Clamp(value, Least, Most), note);
    }

    private static DegreesOfFreedom Constant() => new(Most, "no return moved, which tells nothing of a law: 200 degrees of freedom");

    private static double[][] Moving(IReadOnlyList<double[]> standardised)
    {
        ArgumentNullException.ThrowIfNull(standardised);
        foreach (double z in standardised.SelectMany(column => column))
        {
            if (!double.IsFinite(z * z))
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"A standardised return is {z}."), nameof(standardised));
        }
        return [.. standardised.Where(column => column.Any(z => z * z > 0))];
    }

    private static double[] SquaredDistances(IReadOnlyList<double[]> columns, IReadOnlyList<double> cholesky)
    {
        int order = columns.Count;
        double[] lower = [.. cholesky];
        double[] distances = new double[columns[0].Length];
        double[] y = new double[order];
        for (int t = 0; t < distances.Length; t++)
        {
            // L y = z by forward substitution.
            for (int i = 0; i < order; i++)
            {
                double rest = columns[i][t];
                for (int j = 0; j < i; j++)
                    rest -= lower[(i * order) + j] * y[j];
                y[i] = rest / lower[(i * order) + i];
                distances[t] += y[i] * y[i];
            }
        }
        return distances;
    }
}
