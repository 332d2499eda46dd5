using GpuRisk.Domain.Measures;

namespace GpuRisk.Reports.Formats;

/// <summary>The name of an estimator as a book spells it, and what it computes in words.</summary>
internal static class EstimatorWords
{
    public static string Name(this VarEstimator estimator) => estimator switch
    {
        VarEstimator.LowerQuantile => "lower-quantile",
        VarEstimator.UpperQuantile => "upper-quantile",
        VarEstimator.Type7 => "type-7",
        _ => throw new ArgumentOutOfRangeException(nameof(estimator), estimator, "An estimator without a name."),
    };

    public static string VarInWords(this VarEstimator estimator) => estimator switch
    {
        VarEstimator.LowerQuantile => "the smallest loss that at least a fraction c of the n losses does not exceed: number ceil(c n) from below.",
        VarEstimator.UpperQuantile => "the k-th worst of the n losses, k = floor((1 - c) n), at least 1.",
        VarEstimator.Type7 => "linear interpolation between the two losses around position 1 + c (n - 1) from below (Hyndman and Fan, type 7).",
        _ => throw new ArgumentOutOfRangeException(nameof(estimator), estimator, "An estimator without words."),
    };

    public static string EsInWords(this VarEstimator estimator) => estimator switch
    {
        VarEstimator.LowerQuantile => "the mean of the worst (1 - c) n losses, the last of them with its fractional weight (Acerbi and Tasche, 2002).",
        VarEstimator.UpperQuantile => "the mean of those k worst losses.",
        VarEstimator.Type7 => "the mean of the losses at or beyond VaR.",
        _ => throw new ArgumentOutOfRangeException(nameof(estimator), estimator, "An estimator without words."),
    };
}
