using System.Text.Json;

namespace GpuRisk.Cli.Tests;

public sealed class VerifyTests : IDisposable
{
    private readonly TemporaryFolder place = new();
    private readonly string book;

    public VerifyTests()
    {
        book = SoundBook.WriteTo(place);
    }

    private string Result => place.At("result");

    [Fact]
    public void A_fresh_result_is_verified_on_any_cut()
    {
        Run();
        Assert.Contains("\nverified: ", Gpurisk.Run("verify", Result).Done(), StringComparison.Ordinal);
        Gpurisk.Run("verify", place.At("result", "manifest.json"), "--threads", "1", "--tile", "32").Done();
        using JsonDocument json = JsonDocument.Parse(Gpurisk.Run("verify", Result, "--json").Done());
        Json.HasMembers(json.RootElement, "verified", "recorded", "computed", "accelerator", "changedFiles");
        Assert.True(json.RootElement.GetProperty("verified").GetBoolean());
        Assert.Equal(json.RootElement.GetProperty("recorded").GetString(), json.RootElement.GetProperty("computed").GetString());
    }

    [Fact]
    public void Options_of_the_run_are_part_of_what_is_verified()
    {
        Run("--seed", "99", "--scenarios", "300", "--horizon", "5");
        Assert.Contains("\nverified: ", Gpurisk.Run("verify", Result).Done(), StringComparison.Ordinal);
    }

    /// <summary>They have no member for the file of a model, and the first has its tables in CSV; what was computed is the same.</summary>
    [Theory]
    [InlineData("gpurisk-result-1")]
    [InlineData("gpurisk-result-2")]
    public void A_result_of_an_earlier_format_is_verified(string format)
    {
        Run();
        string manifest = place.At("result", "manifest.json");
        string text = File.ReadAllText(manifest);
        Assert.Contains("  \"modelFile\": null,\n", text, StringComparison.Ordinal);
        File.WriteAllText(manifest, text.Replace("\"gpurisk-result-3\"", $"\"{format}\"", StringComparison.Ordinal).Replace("  \"modelFile\": null,\n", "", StringComparison.Ordinal));
        Assert.Contains("\nverified: ", Gpurisk.Run("verify", Result).Done(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("result")]
    [InlineData("result/manifest.json")]
    public void A_table_that_was_edited_is_named(string given)
    {
        Run();
        string margin = place.At("result", "margin.csv");
        File.WriteAllText(margin, File.ReadAllText(margin).Replace("A1,", "A1,1", StringComparison.Ordinal));
        Outcome outcome = Gpurisk.Run("verify", place.At(given.Split('/')));
        Assert.Equal(1, outcome.ExitCode);
        Assert.Equal(
            [$"{margin}:1:1: the file has changed; expected the SHA-256 and size of the manifest", "gpurisk: NOT verified: the figures are right, but files of the result were changed."],
            outcome.ErrorLines);
        Assert.DoesNotContain("verified:", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_digest_that_was_edited_is_not_the_one_computed()
    {
        Run();
        string manifest = place.At("result", "manifest.json");
        using JsonDocument json = JsonDocument.Parse(File.ReadAllText(manifest));
        File.WriteAllText(manifest, File.ReadAllText(manifest).Replace(json.RootElement.GetProperty("digest").GetString()!, new string('0', 64), StringComparison.Ordinal));
        Outcome outcome = Gpurisk.Run("verify", Result);
        Assert.Equal((1, "gpurisk: NOT verified: the digests differ.\n"), (outcome.ExitCode, outcome.Error));
    }

    [Fact]
    public void An_input_that_changed_is_bad_input_and_is_named()
    {
        Run();
        SoundBook.Spoil(book, "positions.csv", "A1,BTC,1.5", "A1,BTC,2.5");
        Outcome outcome = Gpurisk.Run("verify", Result);
        Assert.Equal((3, $"{Path.Combine(book, "positions.csv")}:1:1: the file has changed; expected the SHA-256 and size of the manifest\n"), (outcome.ExitCode, outcome.Error));
    }

    [Fact]
    public void A_book_that_was_moved_is_verified_where_it_is_now()
    {
        Run();
        Directory.Move(book, place.At("moved"));
        Assert.Equal(3, Gpurisk.Run("verify", Result).ExitCode);
        Gpurisk.Run("verify", Result, "--book", place.At("moved")).Done();
    }

    /// <summary>Given scenarios may bear the name of a table of the book.</summary>
    [Fact]
    public void Given_scenarios_are_verified_too_and_may_move()
    {
        Directory.CreateDirectory(place.At("shocks"));
        string file = place.Write("shocks/history.csv", "scenario,spot:BTC\nup,0.1\ndown,-0.1\n");
        Run("--scenarios", file);
        Gpurisk.Run("verify", Result).Done();
        File.Move(file, place.At("moved.csv"));
        Assert.Equal(3, Gpurisk.Run("verify", Result).ExitCode);
        Gpurisk.Run("verify", Result, "--shocks", place.At("moved.csv")).Done();
        File.AppendAllText(place.At("moved.csv"), "further,0.2\n");
        Outcome changed = Gpurisk.Run("verify", Result, "--shocks", place.At("moved.csv"));
        Assert.Equal((3, true), (changed.ExitCode, changed.Error.StartsWith(place.At("moved.csv") + ":1:1: the file has changed;", StringComparison.Ordinal)));
    }

    public void Dispose() => place.Dispose();

    private void Run(params string[] options) => Gpurisk.Run(["run", book, "--out", Result, .. options]).Done();
}
