namespace GpuRisk.Domain.Market;

/// <summary>A correlation matrix that the book's owner gives in place of the sample's: symmetric, unit diagonal, entries in [-1, 1].</summary>
/// <param name="Values">Row-major, Factors.Count squared; need not be positive definite.</param>
/// <param name="Source">The file it was read from, for messages.</param>
public sealed record CorrelationTable(IReadOnlyList<FactorId> Factors, IReadOnlyList<double> Values, string Source);
