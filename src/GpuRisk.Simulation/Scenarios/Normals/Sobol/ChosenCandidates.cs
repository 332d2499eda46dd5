namespace GpuRisk.Simulation.Scenarios.Normals.Sobol;

/// <summary>What <see cref="DirectionSearch"/> chose.</summary>
internal static class ChosenCandidates
{
    public const int Count = 1110;

    public static ReadOnlySpan<byte> All => new byte[Count];
}
