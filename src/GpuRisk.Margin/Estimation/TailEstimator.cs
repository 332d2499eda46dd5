using GpuRisk.Domain.Measures;

namespace GpuRisk.Margin.Estimation;

/// <summary>
/// VaR and ES of samples of n losses under a named estimator, from their worst losses alone, with the errors of independent scenarios. See <see cref="VarEstimator"/> for the rules.
/// </summary>
public sealed class TailEstimator : ITailEstimator
{
    private readonly VarEstimator rule;
    private readonly TailRanks ranks;
    private readonly double[] weights;

    /// <param name="n">Size of the samples.</param>
    public TailEstimator(VarEstimator rule, Confidence confidence, int n)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 1);
        this.rule = rule;
        ranks = new TailRanks(confidence, n);
        // Losses tied with the interpolated quantile of type 7 count in its mean, and there may be any number of them.
        Depth = rule == VarEstimator.Type7 ? n : ranks.Depth;
        weights = rule switch
        {
            VarEstimator.LowerQuantile => Fractional(ranks.Tail),
            VarEstimator.UpperQuantile => Equal(UpperCount(ranks)),
            _ => [],
        };
    }

    /// <summary>How many of the worst losses the estimate takes, its interval included.</summary>
    public int Depth { get; }

    /// <param name="worst">Losses, worst first, <see cref="Depth"/> of them at least.</param>
    public RiskMeasure Of(ReadOnlySpan<double> worst)
    {
        double var = Var(worst);
        ReadOnlySpan<double> weight = Weights(worst, var);
        double es = 0;
        for (int i = 0; i < weight.Length; i++)
            es = Math.FusedMultiplyAdd(weight[i], worst[i], es);
        return new RiskMeasure(
            ranks.Confidence, rule, var, Statistic(ranks.Low, worst), Statistic(ranks.High, worst), es, StandardError(worst[..weight.Length], var, es));
    }

    /// <summary>What each of the worst losses counts in ES: ES = sum of weight x loss.</summary>
    public ReadOnlySpan<double> Weights(ReadOnlySpan<double> worst) => Weights(worst, Var(worst));

    RiskMeasure ITailEstimator.Of(ReadOnlySpan<double> worst, ReadOnlySpan<int> scenarios) => Of(worst);

    ReadOnlySpan<double> ITailEstimator.Weights(ReadOnlySpan<double> worst, ReadOnlySpan<int> scenarios) => Weights(worst);

    private double Var(ReadOnlySpan<double> worst)
    {
        if (worst.Length < Depth)
            throw new ArgumentException($"{worst.Length} losses are too few for {ranks.Confidence} of {ranks.Count}.", nameof(worst));
        switch (rule)
        {
            case VarEstimator.UpperQuantile:
                return worst[UpperCount(ranks) - 1];
            case VarEstimator.Type7:
                decimal place = (ranks.Count - 1) * ranks.Confidence.Tail.Value;
                int whole = (int)place;
                return whole + 1 < ranks.Count ? worst[whole] + (double)(place - whole) * (worst[whole + 1] - worst[whole]) : worst[whole];
            default:
                return worst[ranks.Index(ranks.Var)];
        }
    }

    private ReadOnlySpan<double> Weights(ReadOnlySpan<double> worst, double var)
    {
        if (rule != VarEstimator.Type7)
            return weights;
        int beyond = 0;
        while (beyond < worst.Length && worst[beyond] >= var)
            beyond++;
        return Equal(beyond);
    }

    /// <summary>floor((1 - c) n), one at least.</summary>
    private static int UpperCount(TailRanks ranks) => Math.Max(1, (int)ranks.Tail);

    private static double[] Equal(int count)
    {
        var weights = new double[count];
        Array.Fill(weights, 1.0 / count);
        return weights;
    }

    /// <summary>1/k for each of floor(k) losses and the rest for one more (Acerbi and Tasche, 2002).</summary>
    private static double[] Fractional(decimal k)
    {
        int whole = (int)k;
        bool part = k > whole;
        var weights = new double[part ? whole + 1 : whole];
        Array.Fill(weights, (double)(1m / k));
        if (part)
            weights[whole] = (double)((k - whole) / k);
        return weights;
    }

    private double Statistic(int rank, ReadOnlySpan<double> worst) =>
        rank < 1 || rank > ranks.Count ? double.NaN : worst[ranks.Index(rank)];

    /// <summary>se^2 = [Var(L | L &gt; VaR) + c (ES - VaR)^2] / (n (1 - c)); NaN for a tail of fewer than two losses.</summary>
    private double StandardError(ReadOnlySpan<double> tail, double var, double es)
    {
        int m = Math.Min(tail.Length, (int)ranks.Tail);
        if (m < 2)
            return double.NaN;
        double mean = 0;
        foreach (double loss in tail[..m])
            mean += loss;
        mean /= m;
        double squares = 0;
        foreach (double loss in tail[..m])
            squares = Math.FusedMultiplyAdd(loss - mean, loss - mean, squares);
        double c = (double)ranks.Confidence.Value;
        return Math.Sqrt((squares / (m - 1) + c * (es - var) * (es - var)) / (double)ranks.Tail);
    }
}
