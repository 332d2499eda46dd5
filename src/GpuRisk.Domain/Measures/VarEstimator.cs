namespace GpuRisk.Domain.Measures;

/// <summary>Which rule turns n losses into VaR and ES. The name is printed with every figure, because the figures differ.</summary>
public enum VarEstimator
{
    /// <summary>
    /// VaR: the ceil(c n)-th smallest loss. ES: mean of the worst (1 - c) n losses, the last with its fractional
    /// weight (Acerbi and Tasche, 2002). The default.
    /// </summary>
    LowerQuantile,

    /// <summary>VaR: the k-th worst loss, k = max(1, floor((1 - c) n)). ES: mean of those k losses.</summary>
    UpperQuantile,

    /// <summary>VaR: Hyndman and Fan's type 7, linear between order statistics. ES: mean of the losses at or beyond VaR.</summary>
    Type7,
}
