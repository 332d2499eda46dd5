namespace GpuRisk.Calibration.Dependence;

/// <summary>A covariance or correlation matrix and how far it was shrunk, 0 (the sample's) to 1 (the target).</summary>
public sealed record ShrunkMatrix(SymmetricMatrix Matrix, double Shrinkage);

/// <summary>
/// The sample covariance S of n days and p factors, shrunk towards a multiple of the identity:
/// <code>
/// S* = delta m I + (1 - delta) S    m = tr S / p    delta = b^2 / d^2
/// d^2 = |S - m I|^2 / p             b^2 = min(d^2, sum_t |x_t x_t' - S|^2 / (n^2 p))      |.| Frobenius
/// </code>
/// Positive definite whenever delta and m are positive, with fewer days than factors too: its least eigenvalue is at least delta m.
/// Source: Ledoit and Wolf, A well-conditioned estimator for large-dimensional covariance matrices, Journal of Multivariate Analysis 88 (2004) 365-411.
/// </summary>
public static class LedoitWolf
{
    /// <summary>Covariance about the means, divisor n.</summary>
    /// <param name="columns">One a factor, all of one length of at least 1.</param>
    public static ShrunkMatrix Covariance(IReadOnlyList<double[]> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        return Shrink([.. columns.Select(AboutMean)]);
    }

    /// <summary>
    /// Correlation of returns with zero mean: each is divided by its root mean square, so that S is the sample correlation, m is 1 and the
    /// diagonal stays 1. A factor that never moved takes no part and has correlation 0 with every other.
    /// </summary>
    /// <param name="columns">As in <see cref="Covariance"/>, oldest first.</param>
    public static ShrunkMatrix Correlation(IReadOnlyList<double[]> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        double[] scales = [.. columns.Select(RootMeanSquare)];
        int[] moving = [.. Enumerable.Range(0, columns.Count).Where(f => scales[f] > 0)];
        double shrinkage = 1;
        if (moving.Length > 0)
            shrinkage = Shrink([.. moving.Select(f => columns[f].Select(r => r / scales[f]).ToArray())]).Shrinkage;
        SymmetricMatrix sample = SampleCorrelation.EqualWeights(columns);
        return new ShrunkMatrix(
            SymmetricMatrix.FromLower(columns.Count, (f, g) => f == g ? 1 : (1 - shrinkage) * sample[f, g]), shrinkage);
    }

    private static ShrunkMatrix Shrink(double[][] columns)
    {
        int factors = columns.Length, days = columns[0].Length;
        double[] products = CrossProducts.Of(columns);
        SymmetricMatrix sample = SymmetricMatrix.FromLower(factors, (f, g) => products[(f * factors) + g] / days);
        double mean = Trace(sample) / factors;
        double distance = SquaredNorm(sample, mean) / factors;
        double error = Math.Min(distance, SamplingError(columns, sample) / factors);
        // A sample that is a multiple of the identity is its own target: any shrinkage gives the same matrix.
        double shrinkage = distance > 0 ? error / distance : 1;
        SymmetricMatrix shrunk = SymmetricMatrix.FromLower(
            factors, (f, g) => ((1 - shrinkage) * sample[f, g]) + (f == g ? shrinkage * mean : 0));
        return new ShrunkMatrix(shrunk, shrinkage);
    }

    /// <summary>sum_t |x_t x_t' - S|^2 / n^2 = (sum_t |x_t|^4 - n |S|^2) / n^2, for S is the mean of the x_t x_t'.</summary>
    private static double SamplingError(double[][] columns, SymmetricMatrix sample)
    {
        int days = columns[0].Length;
        double fourth = 0;
        for (int t = 0; t < days; t++)
        {
            double square = 0;
            foreach (double[] column in columns)
                square += column[t] * column[t];
            fourth += square * square;
        }
        double difference = fourth - (days * SquaredNorm(sample, 0));
        // Equal outer products leave nothing but rounding, of either sign.
        return Math.Max(difference, 0) / days / days;
    }

    private static double Trace(SymmetricMatrix matrix)
    {
        double sum = 0;
        for (int f = 0; f < matrix.Order; f++)
            sum += matrix[f, f];
        return sum;
    }

    /// <summary>|S - shift I|^2.</summary>
    private static double SquaredNorm(SymmetricMatrix matrix, double shift)
    {
        double sum = 0;
        for (int f = 0; f < matrix.Order; f++)
        {
            for (int g = 0; g < matrix.Order; g++)
            {
                double entry = matrix[f, g] - (f == g ? shift : 0);
                sum += entry * entry;
            }
        }
        return sum;
    }

    private static double[] AboutMean(double[] column)
    {
        double sum = 0;
        foreach (double x in column)
            sum += x;
        double mean = sum / column.Length;
        return [.. column.Select(x => x - mean)];
    }

    private static double RootMeanSquare(double[] column)
    {
        double sum = 0;
        foreach (double x in column)
            sum += x * x;
        return Math.Sqrt(sum / column.Length);
    }
}
