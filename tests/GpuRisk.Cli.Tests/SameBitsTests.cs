using System.Runtime.Intrinsics;
using System.Text.Json;

namespace GpuRisk.Cli.Tests;

/// <summary>What may not change a bit, and what must.</summary>
public sealed class SameBitsTests(SampleRun sample) : IClassFixture<SampleRun>
{
    [Theory]
    [InlineData("")]
    [InlineData("--threads 1")]
    [InlineData("--threads 3")]
    [InlineData("--tile 32")]
    [InlineData("--tile 64")]
    [InlineData("--memory 3")]
    [InlineData("--accelerator auto --precision double")]
    [InlineData("--threads 3 --tile 32 --memory 2 --accelerator cpu")]
    public void How_a_run_is_cut_up_does_not_change_a_bit(string options) =>
        Assert.Equal(sample.Digest, DigestOf(options));

    [Theory]
    [InlineData("DOTNET_EnableAVX512", "AVX2")]
    [InlineData("DOTNET_EnableAVX2", "128-bit")]
    [InlineData("DOTNET_EnableHWIntrinsic", "scalar")]
    public void The_width_of_the_processor_s_vectors_does_not_change_a_bit(string setting, string width)
    {
        using TemporaryFolder place = new();
        using JsonDocument json = JsonDocument.Parse(Gpurisk.Run(new Start
        {
            Arguments = ["run", SampleRun.Book, "--out", place.At("result"), "--json"],
            Environment = new Dictionary<string, string> { [setting] = "0" },
        }).Done());
        // A machine without the wider vectors runs as it always does; one with them must show that it did without.
        if (Vector512.IsHardwareAccelerated)
            Assert.Contains(width, json.RootElement.GetProperty("accelerator").GetString(), StringComparison.Ordinal);
        Assert.Equal(sample.Digest, json.RootElement.GetProperty("digest").GetString());
    }

    [Theory]
    [InlineData("--seed 2")]
    [InlineData("--scenarios 2000")]
    [InlineData("--horizon 10")]
    [InlineData("--model historical")]
    [InlineData("--precision mixed")]
    public void What_decides_the_figures_changes_the_digest(string options) =>
        Assert.NotEqual(sample.Digest, DigestOf(options));

    [Fact]
    public void The_locale_changes_nothing()
    {
        using TemporaryFolder place = new();
        Outcome german = Gpurisk.Run(new Start
        {
            Arguments = ["run", SampleRun.Book, "--out", place.At("result")],
            Environment = new Dictionary<string, string> { ["LANG"] = "de_DE.UTF-8", ["LC_ALL"] = "de_DE.UTF-8", ["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "0" },
        });
        Assert.Equal(WithoutTimes(sample.Text), WithoutTimes(german));
        foreach (string table in new[] { "margin.csv", "margin.arrow", "measures.arrow", "tail.arrow", "components.arrow", "greeks.arrow", "instruments.arrow" })
            Assert.Equal(File.ReadAllBytes(Path.Combine(sample.Result, table)), File.ReadAllBytes(place.At("result", table)));
    }

    private static IEnumerable<string> WithoutTimes(Outcome outcome)
    {
        outcome.Done();
        return outcome.OutputLines.Where(line => !line.Contains(" s,", StringComparison.Ordinal) && !line.EndsWith(" s", StringComparison.Ordinal)
            && !line.StartsWith("prices ", StringComparison.Ordinal) && !line.StartsWith("result ", StringComparison.Ordinal));
    }

    private static string DigestOf(string options)
    {
        using TemporaryFolder place = new();
        string[] arguments = ["run", SampleRun.Book, "--out", place.At("result"), "--json", .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        using JsonDocument json = JsonDocument.Parse(Gpurisk.Run(arguments).Done());
        return json.RootElement.GetProperty("digest").GetString()!;
    }
}
