using GpuRisk.Domain.Measures;
using GpuRisk.Simulation.Scenarios.Normals;

namespace GpuRisk.Margin.Estimation;

/// <summary>
/// VaR and ES of importance-sampled scenarios, each with the likelihood ratio w of the model over what it was drawn from:
/// <code>
/// VaR   = the smallest x with  (1/n) sum w 1{L > x}  at most 1 - c
/// ES    = VaR + 1 / (n (1 - c)) sum w max(0, L - VaR)
/// se^2  = sum_h n_h s_h^2 / n^2,  s_h^2 the variance of y = w max(0, L - VaR) / (1 - c) in stratum h: scenarios drawn plainly, and tilted
/// VaR's interval: the x at which the weighted tail is 1 - c +- 1.96 times its own error, computed likewise
/// </code>
/// ES does not change with VaR at first order, so that VaR counts as known in the error of ES. Sources: Glasserman, Heidelberger and Shahabuddin, "Variance reduction
/// techniques for estimating value-at-risk" (Management Science 46, 2000); Hesterberg, "Weighted average importance sampling and defensive mixture distributions" (1995);
/// Sun and Hong, "Asymptotic representations for importance-sampling estimators of value-at-risk and conditional value-at-risk" (2010).
/// </summary>
public sealed class WeightedEstimator : ITailEstimator
{
    private const double UpperNormal = 1.959963984540054;

    private readonly Confidence confidence;
    private readonly double[] weights;
    private readonly double tail;
    private readonly int[] strata;

    /// <param name="weights">w of each scenario.</param>
    public WeightedEstimator(Confidence confidence, double[] weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        this.confidence = confidence;
        this.weights = weights;
        tail = (double)(confidence.Tail.Value * weights.Length);
        int plain = (weights.Length + TiltedNormals.PlainEvery - 1) / TiltedNormals.PlainEvery;
        strata = [plain, weights.Length - plain];
    }

    /// <summary>How deep the tail is depends on the weights of the worst.</summary>
    public int Depth => weights.Length;

    public RiskMeasure Of(ReadOnlySpan<double> worst, ReadOnlySpan<int> scenarios)
    {
        int at = Reach(scenarios, tail);
        double var = worst[Math.Min(at, worst.Length - 1)];
        double es = 0;
        ReadOnlySpan<double> weight = Weights(worst, scenarios);
        for (int i = 0; i < weight.Length; i++)
            es = Math.FusedMultiplyAdd(weight[i], worst[i], es);
        if (at < 2) // A tail too thin to have errors.
            return new RiskMeasure(confidence, VarEstimator.LowerQuantile, var, double.NaN, double.NaN, es, double.NaN);
        double spread = UpperNormal * weights.Length * StandardError(at, _ => 1, worst, scenarios);
        double error = StandardError(at, loss => (loss - var) / (double)confidence.Tail.Value, worst, scenarios);
        return new RiskMeasure(
            confidence, VarEstimator.LowerQuantile, var, Quantile(tail + spread, worst, scenarios), Quantile(tail - spread, worst, scenarios), es, error);
    }

    public ReadOnlySpan<double> Weights(ReadOnlySpan<double> worst, ReadOnlySpan<int> scenarios)
    {
        int at = Math.Min(Reach(scenarios, tail), worst.Length - 1);
        var share = new double[at + 1];
        double sum = 0;
        for (int i = 0; i < at; i++)
        {
            share[i] = weights[scenarios[i]] / tail;
            sum += share[i];
        }
        share[at] = 1 - sum;
        return share;
    }

    /// <summary>Index of the first loss with which the weights of the worst exceed a sum; past the last where they never do.</summary>
    private int Reach(ReadOnlySpan<int> scenarios, double sum)
    {
        if (scenarios.Length < weights.Length)
            throw new ArgumentException($"{scenarios.Length} losses are too few: weighted figures take all {weights.Length}.", nameof(scenarios));
        double reached = 0;
        for (int i = 0; i < scenarios.Length; i++)
        {
            reached += weights[scenarios[i]];
            if (reached > sum)
                return i;
        }
        return scenarios.Length;
    }

    /// <summary>NaN where the sample is too small.</summary>
    private double Quantile(double sum, ReadOnlySpan<double> worst, ReadOnlySpan<int> scenarios)
    {
        int at = sum > 0 ? Reach(scenarios, sum) : worst.Length;
        return at < worst.Length ? worst[at] : double.NaN;
    }

    /// <summary>Of the mean over all scenarios of w times a figure that is zero outside the first losses.</summary>
    private double StandardError(int count, Func<double, double> figure, ReadOnlySpan<double> worst, ReadOnlySpan<int> scenarios)
    {
        Span<double> sum = stackalloc double[2], squares = stackalloc double[2];
        Span<int> seen = stackalloc int[2];
        sum.Clear();
        squares.Clear();
        seen.Clear();
        for (int i = 0; i < count; i++)
            sum[Stratum(scenarios[i])] += weights[scenarios[i]] * figure(worst[i]);
        for (int i = 0; i < count; i++)
        {
            int h = Stratum(scenarios[i]);
            double away = weights[scenarios[i]] * figure(worst[i]) - sum[h] / strata[h];
            squares[h] += away * away;
            seen[h]++;
        }
        double variance = 0;
        for (int h = 0; h < 2; h++)
        {
            if (strata[h] < 2)
                return double.NaN;
            double mean = sum[h] / strata[h];
            variance += strata[h] * (squares[h] + (strata[h] - seen[h]) * mean * mean) / (strata[h] - 1);
        }
        return Math.Sqrt(variance) / weights.Length;
    }

    private static int Stratum(int scenario) => TiltedNormals.IsPlain(scenario) ? 0 : 1;
}
