using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Exporters.Json;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;

namespace GpuRisk.Benchmarks.Suites;

/// <summary>What all suites share.</summary>
internal static class SuiteConfig
{
    public static IConfig Create() => ManualConfig.CreateEmpty()
        .AddLogger(ConsoleLogger.Default)
        .AddColumnProvider(DefaultColumnProviders.Instance)
        .AddColumn(new ElementsPerSecondColumn())
        .AddExporter(MarkdownExporter.GitHub, JsonExporter.Brief)
        .HideColumns(Column.EnvironmentVariables)
        // BenchmarkDotNet builds a project of its own, which does not inherit this setting of ours; as a mutator it holds for --job too.
        .AddJob(Job.Default.WithEnvironmentVariable("DOTNET_TieredCompilation", "0").AsMutator());
}
