using GpuRisk.Domain.Measures;

namespace GpuRisk.Margin.Estimation;

/// <summary>Which order statistics of n losses a confidence level refers to. Ranks count from 1 among losses in ascending order.</summary>
internal readonly struct TailRanks
{
    /// <summary>The 97.5 % quantile of the standard normal: a two-sided interval of 95 %.</summary>
    private const double IntervalQuantile = 1.959963984540054;

    public TailRanks(Confidence confidence, int n)
    {
        Confidence = confidence;
        Count = n;
        Tail = confidence.Tail.Value * n;
        // c n is a product of decimals, so that 0.99 x 10,000 is 9,900 and not the next number.
        Var = Math.Max(1, (int)Math.Ceiling(confidence.Value * n));
        double c = (double)confidence.Value;
        double spread = IntervalQuantile * Math.Sqrt(n * c * (1 - c));
        Low = (int)Math.Floor(c * n - spread);
        High = (int)Math.Ceiling(c * n + spread);
    }

    public Confidence Confidence { get; }

    public int Count { get; }

    /// <summary>(1 - c) n, exact.</summary>
    public decimal Tail { get; }

    /// <summary>ceil(c n).</summary>
    public int Var { get; }

    /// <summary>
    /// Rank of the lower end of VaR's 95 % interval: the binomial number of losses below the quantile, by its normal approximation,
    /// rounded outwards. Below 1 where the sample is too small.
    /// </summary>
    public int Low { get; }

    /// <summary>Rank of the upper end; above n where the sample is too small.</summary>
    public int High { get; }

    /// <summary>Index, among losses sorted worst first, of the loss of an ascending rank.</summary>
    public int Index(int rank) => Count - rank;

    /// <summary>How many of the worst losses reach down to the lower end of the interval.</summary>
    public int Depth => Math.Min(Count, Count - Math.Max(1, Low) + 1);
}
