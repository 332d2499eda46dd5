using GpuRisk.Domain.Measures;

namespace GpuRisk.Margin.Estimation;

/// <summary>
/// VaR and ES of a sample of losses under a named estimator, from its worst losses alone. See <see cref="VarEstimator"/> for the rules.
/// </summary>
public static class TailEstimate
{
    /// <summary>How many of the worst of n losses the estimate at this level takes, its interval included.</summary>
    public static int Depth(VarEstimator estimator, Confidence confidence, int n) => estimator switch
    {
        // Losses tied with the interpolated quantile count in its mean, and there may be any number of them.
        VarEstimator.Type7 => n,
        _ => new TailRanks(confidence, n).Depth,
    };

    /// <param name="worst">Losses, worst first, <see cref="Depth"/> of them at least.</param>
    /// <param name="n">Size of the whole sample.</param>
    public static RiskMeasure Of(VarEstimator estimator, Confidence confidence, ReadOnlySpan<double> worst, int n)
    {
        var ranks = new TailRanks(confidence, n);
        if (worst.Length < Depth(estimator, confidence, n))
            throw new ArgumentException($"{worst.Length} losses are too few for {confidence} of {n}.", nameof(worst));
        double var = Var(estimator, ranks, worst);
        double[] weights = Weights(estimator, ranks, worst, var);
        double es = 0;
        for (int i = 0; i < weights.Length; i++)
            es = Math.FusedMultiplyAdd(weights[i], worst[i], es);
        return new RiskMeasure(
            confidence, estimator, var, Statistic(ranks, ranks.Low, worst), Statistic(ranks, ranks.High, worst), es,
            StandardError(ranks, worst[..weights.Length], var, es));
    }

    /// <summary>What each of the worst losses counts in ES: ES = sum of weight x loss.</summary>
    public static double[] Weights(VarEstimator estimator, Confidence confidence, ReadOnlySpan<double> worst, int n)
    {
        var ranks = new TailRanks(confidence, n);
        return Weights(estimator, ranks, worst, Var(estimator, ranks, worst));
    }

    private static double Var(VarEstimator estimator, TailRanks ranks, ReadOnlySpan<double> worst)
    {
        switch (estimator)
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

    private static double[] Weights(VarEstimator estimator, TailRanks ranks, ReadOnlySpan<double> worst, double var)
    {
        switch (estimator)
        {
            case VarEstimator.UpperQuantile:
                return Equal(UpperCount(ranks));
            case VarEstimator.Type7:
                int beyond = 0;
                while (beyond < worst.Length && worst[beyond] >= var)
                    beyond++;
                return Equal(beyond);
            default:
                return Fractional(ranks.Tail);
        }
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

    private static double Statistic(TailRanks ranks, int rank, ReadOnlySpan<double> worst) =>
        rank < 1 || rank > ranks.Count ? double.NaN : worst[ranks.Index(rank)];

    /// <summary>se^2 = [Var(L | L &gt; VaR) + c (ES - VaR)^2] / (n (1 - c)); NaN for a tail of fewer than two losses.</summary>
    private static double StandardError(TailRanks ranks, ReadOnlySpan<double> tail, double var, double es)
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
