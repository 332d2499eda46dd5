using GpuRisk.Domain.Settings;

namespace GpuRisk.Cli.Runs;

/// <summary>Refuses options that the run would not use: a user who gives one believes that it counts.</summary>
internal static class UnusedOptions
{
    public static void Refuse(BookRunRequest request, SimulationSettings simulation)
    {
        (string[] unused, string why) = request.ShocksFile is not null
            ? ([ "model", "seed", "horizon", "sampling" ], "the scenarios of a file are taken as they are")
            : simulation.Source != ScenarioSource.Historical ? ((string[])[], "") : (["scenarios", "seed", "sampling"], "historical scenarios are those of the history");
        string[] given = [.. unused.Where(request.Options.ContainsKey).Select(name => "--" + name)];
        if (given.Length > 0)
            throw new UsageException($"{string.Join(", ", given)} would have no effect: {why}; leave {(given.Length == 1 ? "it" : "them")} out.");
    }
}
