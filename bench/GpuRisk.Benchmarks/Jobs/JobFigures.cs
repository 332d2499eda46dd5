namespace GpuRisk.Benchmarks.Jobs;

/// <summary>The check sums of a job: VaR and ES at 99 %, summed over the accounts in their order, and those of the first account.</summary>
internal readonly record struct JobFigures(double SumVar, double SumEs, double Var0, double Es0);
