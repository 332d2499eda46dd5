using System.Text.Json;

namespace GpuRisk.Cli.Tests;

/// <summary>The sample book run once, for all tests that look at its result. None of them changes it.</summary>
public sealed class SampleRun : IDisposable
{
    private readonly TemporaryFolder place = new();

    public SampleRun()
    {
        Text = Gpurisk.Run("run", Book, "--out", Result);
        JsonOutcome = Gpurisk.Run("run", Book, "--out", Result, "--json");
        Json = JsonDocument.Parse(JsonOutcome.Done());
    }

    public static string Book { get; } = Path.Combine(Places.Repository, "data", "sample");

    public string Result => place.At("result");

    /// <summary>The run as it prints for people.</summary>
    public Outcome Text { get; }

    public Outcome JsonOutcome { get; }

    public JsonDocument Json { get; }

    public string Digest => Json.RootElement.GetProperty("digest").GetString()!;

    public void Dispose()
    {
        Json.Dispose();
        place.Dispose();
    }
}
