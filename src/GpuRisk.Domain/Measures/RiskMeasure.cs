namespace GpuRisk.Domain.Measures;

/// <summary>VaR and ES at one confidence level with their Monte Carlo error. Losses: positive is money lost, in the book's currency.</summary>
/// <param name="VarLow">Lower end of the 95 % order-statistic interval of VaR; NaN where the sample is too small to have one.</param>
/// <param name="VarHigh">Upper end of the same.</param>
/// <param name="EsError">Standard error of <paramref name="Es"/>; NaN where the tail holds fewer than two losses.</param>
public sealed record RiskMeasure(
    Confidence Confidence, VarEstimator Estimator, double Var, double VarLow, double VarHigh, double Es, double EsError);
