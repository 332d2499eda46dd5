using GpuRisk.Domain.Measures;

namespace GpuRisk.Simulation.Sensitivities;

/// <summary>From the figures of a kernel, in its order, to Greeks.</summary>
internal static class GreekFigures
{
    public static Greeks Of(ReadOnlySpan<double> f, double spot) => new(f[0], f[1], f[2], f[3], f[4], f[5], f[6], f[7], spot);
}
