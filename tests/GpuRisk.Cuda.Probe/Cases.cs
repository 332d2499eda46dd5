namespace GpuRisk.Cuda.Probe;

internal static class Cases
{
    public static IReadOnlyDictionary<string, Action<string[]>> All { get; } = new Dictionary<string, Action<string[]>>(StringComparer.Ordinal)
    {
        ["scan"] = DeviceCases.Scan,
        ["open"] = DeviceCases.Open,
        ["missing-kernel"] = DeviceCases.MissingKernel,
        ["stale"] = DeviceCases.Stale,
        ["left-behind"] = DeviceCases.LeftBehind,
        ["round-trip"] = MemoryCases.RoundTrip,
        ["rows"] = MemoryCases.Rows,
        ["zeroed"] = MemoryCases.Zeroed,
        ["refused-ranges"] = MemoryCases.RefusedRanges,
        ["no-room"] = MemoryCases.NoRoom,
        ["late-dispose"] = MemoryCases.LateDispose,
        ["grids"] = LaunchCases.Grids,
        ["order"] = LaunchCases.Order,
        ["refused-launches"] = LaunchCases.RefusedLaunches,
        ["cancellation"] = LaunchCases.Cancellation,
        ["many-launches"] = LaunchCases.ManyLaunches,
        ["threads"] = LaunchCases.Threads,
        ["instructions"] = InstructionCases.Run,
        ["failed-launch"] = FailureCases.FailedLaunch,
        ["parity"] = ParityCases.Run,
        ["self-test"] = ParityCases.SelfTest,
        ["stray"] = FailureCases.Stray,
    };
}
