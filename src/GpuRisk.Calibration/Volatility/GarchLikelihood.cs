using GpuRisk.Kernels;

namespace GpuRisk.Calibration.Volatility;

/// <summary>omega, alpha, beta and, where there is one, the mean: a point of the likelihood of returns in units of their own size.</summary>
internal readonly record struct GarchPoint(double Omega, double Alpha, double Beta, double Mean);

/// <summary>
/// Gaussian log-likelihood of GARCH(1,1), -1/2 sum (ln h_t + e_t^2 / h_t), e_t = r_t - mu, without its constant. Before the sample,
/// e_0^2 and h_0 are both the mean of e_t^2, hence h_1 = omega + (alpha + beta) mean. The start, the score and the expected information are those of Fiorentini, Calzolari and Panattoni (1996).
/// </summary>
internal sealed class GarchLikelihood(double[] returns, bool withMean)
{
    internal int Parameters => withMean ? 4 : 3;

    internal int Count => returns.Length;

    /// <summary>-infinity where a variance is not positive and finite.</summary>
    internal double Value(GarchPoint point)
    {
        double h = StartVariance(point);
        double product = 1, logarithms = 0, squares = 0;
        foreach (double r in returns)
        {
            double square = (r - point.Mean) * (r - point.Mean);
            squares += square / h;
            // One logarithm for many variances: their product, before it leaves the range of double.
            product *= h;
            if (!(product > 1e-150 && product < 1e150))
            {
                logarithms += ScalarMath.Log(product);
                product = 1;
            }
            h = point.Omega + (point.Alpha * square) + (point.Beta * h);
        }
        double value = -0.5 * (logarithms + ScalarMath.Log(product) + squares);
        return double.IsFinite(value) && h > 0 ? value : double.NegativeInfinity;
    }

    /// <summary>The score and the lower triangle of the expected information, row-major of order 4: omega, alpha, beta, mean.</summary>
    internal (double[] Score, double[] Information) ScoreAt(GarchPoint point)
    {
        double[] score = new double[4];
        double[] information = new double[16];
        double presample = MeanSquare(point.Mean);
        double slopeOfMean = withMean ? -2 * (point.Alpha + point.Beta) * MeanResidual(point.Mean) : 0;
        Span<double> slope = [1, presample, presample, slopeOfMean];
        double h = StartVariance(point);
        foreach (double r in returns)
        {
            double e = r - point.Mean;
            double square = e * e;
            double inverse = 1 / h;
            double surprise = 0.5 * ((square * inverse) - 1) * inverse;
            double weight = 0.5 * inverse * inverse;
            for (int i = 0; i < 4; i++)
            {
                score[i] += surprise * slope[i];
                for (int j = 0; j <= i; j++)
                    information[(4 * i) + j] += weight * slope[i] * slope[j];
            }
            score[3] += e * inverse;
            information[15] += inverse;

            slope[0] = 1 + (point.Beta * slope[0]);
            slope[1] = square + (point.Beta * slope[1]);
            slope[2] = h + (point.Beta * slope[2]);
            slope[3] = withMean ? (-2 * point.Alpha * e) + (point.Beta * slope[3]) : 0;
            h = point.Omega + (point.Alpha * square) + (point.Beta * h);
        }
        return (score, information);
    }

    /// <summary>h_1.</summary>
    internal double StartVariance(GarchPoint point) => point.Omega + ((point.Alpha + point.Beta) * MeanSquare(point.Mean));

    /// <summary>Mean of e_t^2.</summary>
    internal double MeanSquare(double mean)
    {
        double sum = 0;
        foreach (double r in returns)
            sum += (r - mean) * (r - mean);
        return sum / returns.Length;
    }

    private double MeanResidual(double mean)
    {
        double sum = 0;
        foreach (double r in returns)
            sum += r - mean;
        return sum / returns.Length;
    }
}
