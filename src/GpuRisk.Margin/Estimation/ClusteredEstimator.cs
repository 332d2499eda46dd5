using GpuRisk.Domain.Measures;
using GpuRisk.Kernels.Distributions;

namespace GpuRisk.Margin.Estimation;

/// <summary>
/// VaR and ES as of <see cref="TailEstimator"/>, with the errors of scenarios that depend on one another within G clusters:
/// <code>
/// y_s   = max(0, L_s - VaR) / (1 - c)                     what a scenario adds to ES, less VaR; ES does not change with VaR at first order
/// se^2  = G / (G - 1)  sum_g (sum_{s in g} y_s - n_g mean(y))^2 / n^2
/// VaR   : ranks c n -+ t n se_p, se_p the same of the indicators of the worst (1 - c) n losses, t the 97.5 % quantile of Student's t with G - 1
///         degrees of freedom, rounded outwards and by one rank more, for within a cluster counts are whole.
/// </code>
/// Sources: Chen, "Nonparametric estimation of expected shortfall" (2008), for the influence of a loss; Cochran, "Sampling techniques" (1977), section 9A.2, for clusters;
/// L'Ecuyer, "Randomized quasi-Monte Carlo: an introduction for practitioners" (2018), for randomisations.
/// </summary>
public sealed class ClusteredEstimator : ITailEstimator
{
    /// <summary>The deepest interval that is provided for, in those of independent scenarios. Pairs at their worst, twice the same loss, need sqrt(2).</summary>
    private const double WidestInterval = 2;

    private const double UpperNormal = 1.959963984540054;

    private readonly TailEstimator plain;
    private readonly TailRanks ranks;
    private readonly ScenarioClusters clusters;
    private readonly double student;

    public ClusteredEstimator(VarEstimator rule, Confidence confidence, ScenarioClusters clusters)
    {
        ArgumentNullException.ThrowIfNull(clusters);
        this.clusters = clusters;
        plain = new TailEstimator(rule, confidence, clusters.Scenarios);
        ranks = new TailRanks(confidence, clusters.Scenarios);
        student = clusters.Count < 2 ? double.NaN : StudentT.Quantile(clusters.Count - 1, UpperNormal);
        double c = (double)confidence.Value, n = clusters.Scenarios;
        double widest = clusters.Count < 2 ? 0 : WidestInterval * student * Math.Sqrt(n * c * (1 - c)) + 2;
        Depth = Math.Max(plain.Depth, (int)Math.Min(n, Math.Ceiling((double)ranks.Tail + widest)));
    }

    public int Depth { get; }

    public RiskMeasure Of(ReadOnlySpan<double> worst, ReadOnlySpan<int> scenarios)
    {
        RiskMeasure measure = plain.Of(worst);
        // One loss at least: a tail of less than one would have no error.
        int tail = (int)Math.Ceiling(ranks.Tail);
        var shortfall = new ClusterTotals(tail);
        var count = new ClusterTotals(tail);
        for (int i = 0; i < tail; i++)
        {
            int cluster = clusters.Of(scenarios[i]);
            shortfall.Add(cluster, Math.Max(0, worst[i] - measure.Var) / (double)ranks.Confidence.Tail.Value);
            count.Add(cluster, 1);
        }
        double spread = student * clusters.Scenarios * count.StandardError(clusters);
        double middle = (double)ranks.Confidence.Value * clusters.Scenarios;
        return measure with
        {
            VarLow = Statistic(Math.Floor(middle - spread) - 1, worst),
            VarHigh = Statistic(Math.Ceiling(middle + spread) + 1, worst),
            EsError = ranks.Tail < 2 ? double.NaN : shortfall.StandardError(clusters),
        };
    }

    public ReadOnlySpan<double> Weights(ReadOnlySpan<double> worst, ReadOnlySpan<int> scenarios) => plain.Weights(worst);

    /// <summary>NaN where the sample, or the depth of the tail, does not reach the rank.</summary>
    private double Statistic(double rank, ReadOnlySpan<double> worst)
    {
        double index = clusters.Scenarios - rank;
        return rank >= 1 && index >= 0 && index < worst.Length ? worst[(int)index] : double.NaN;
    }
}
