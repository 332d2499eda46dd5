using System.Text.Json;

namespace GpuRisk.Cli.Tests;

/// <summary>Mixed precision: other figures, close to those of double, with their error.</summary>
public sealed class PrecisionTests(SampleRun sample) : IClassFixture<SampleRun>, IDisposable
{
    private readonly TemporaryFolder place = new();

    [Fact]
    public void The_error_is_printed_recorded_and_small()
    {
        using JsonDocument json = JsonDocument.Parse(Run("--json").Done());
        Assert.Equal("mixed", json.RootElement.GetProperty("precision").GetString());
        JsonElement error = json.RootElement.GetProperty("precisionError");
        Json.HasMembers(error, "largest", "account", "relative");
        Assert.InRange(error.GetProperty("relative").GetDouble(), double.Epsilon, Tolerance.SinglePrecision);
        string note = Assert.Single(Notes(json), n => n.StartsWith("mixed precision: ", StringComparison.Ordinal));
        Assert.Matches(@"^mixed precision: priced again in double, the tails behind ES differ by up to [0-9.e+-]+ USD \(account \S+\) and [0-9.e-]+ of a margin \(account \S+\); VaR may differ more$", note);
        Assert.Contains(note, Run().Done(), StringComparison.Ordinal);
        Assert.Contains(note, File.ReadAllText(place.At("result", "report.html")), StringComparison.Ordinal);
        using JsonDocument manifest = JsonDocument.Parse(File.ReadAllText(place.At("result", "manifest.json")));
        Assert.Equal("mixed", manifest.RootElement.GetProperty("precision").GetString());
        Assert.Equal("mixed", manifest.RootElement.GetProperty("options").GetProperty("precision").GetString());
        Assert.Contains(note, Notes(manifest));
    }

    /// <summary>The error that is printed is the distance from the run in double precision, where the tails hold the same scenarios.</summary>
    [Fact]
    public void The_error_is_the_distance_from_double()
    {
        using JsonDocument mixed = JsonDocument.Parse(Run("--json").Done());
        JsonElement error = mixed.RootElement.GetProperty("precisionError");
        string account = error.GetProperty("account").GetString()!;
        double distance = Math.Abs(BaseEs(mixed, account) - BaseEs(sample.Json, account));
        Assert.Equal(distance, error.GetProperty("largest").GetDouble(), BaseEs(mixed, account) * Tolerance.ComponentSum);
    }

    [Fact]
    public void Double_precision_has_no_error_to_print()
    {
        Assert.False(sample.Json.RootElement.TryGetProperty("precisionError", out _));
        Assert.DoesNotContain("mixed precision", sample.Text.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_result_is_verified_in_its_own_precision()
    {
        Run().Done();
        Assert.Contains("\nverified: ", Gpurisk.Run("verify", place.At("result")).Done(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_manifest_of_an_unknown_precision_is_bad_input()
    {
        Run().Done();
        string manifest = place.At("result", "manifest.json");
        File.WriteAllText(manifest, File.ReadAllText(manifest).Replace("\n  \"precision\": \"mixed\"", "\n  \"precision\": \"half\"", StringComparison.Ordinal));
        Outcome outcome = Gpurisk.Run("verify", manifest);
        Assert.Equal((3, $"{manifest}:1:1: precision \"half\" is unknown; expected \"double\" or \"mixed\"\n"), (outcome.ExitCode, outcome.Error));
    }

    public void Dispose() => place.Dispose();

    private Outcome Run(params string[] options) => Gpurisk.Run(["run", SampleRun.Book, "--precision", "mixed", "--out", place.At("result"), .. options]);

    private static IEnumerable<string> Notes(JsonDocument json) => json.RootElement.GetProperty("notes").EnumerateArray().Select(note => note.GetString()!);

    private static double BaseEs(JsonDocument json, string account) =>
        json.RootElement.GetProperty("accounts").EnumerateArray().Single(a => a.GetProperty("account").GetString() == account).GetProperty("baseEs").GetDouble();
}
