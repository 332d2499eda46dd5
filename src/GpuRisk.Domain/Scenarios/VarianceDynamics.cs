namespace GpuRisk.Domain.Scenarios;

/// <summary>
/// The variance of each factor after a step with change r: sigma'^2 = omega + alpha r^2 + beta sigma^2. EWMA has omega 0,
/// alpha 1 - lambda, beta lambda; GARCH(1,1) any. One of each a factor, none negative.
/// </summary>
public sealed record VarianceDynamics(IReadOnlyList<double> Omega, IReadOnlyList<double> Alpha, IReadOnlyList<double> Beta);
